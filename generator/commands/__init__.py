# SPDX-License-Identifier: Apache-2.0
"""What can a person ask for? Arguments in, words out."""
