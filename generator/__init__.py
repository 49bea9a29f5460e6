# SPDX-License-Identifier: Apache-2.0
"""What is this package? The machine that turns registry, content and site settings into a static site.

Its floors, lowest first: base, model, derive and load, checks and render, output, pipeline, commands.
A file imports only from lower floors and from its own folder.
"""
