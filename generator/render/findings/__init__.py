# SPDX-License-Identifier: Apache-2.0
"""In which forms are findings told? Words for people, annotations, JSON and SARIF for programs."""
