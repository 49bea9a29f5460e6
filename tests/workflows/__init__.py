# SPDX-License-Identifier: Apache-2.0
"""Do the workflows of GitHub and GitLab do what they should, and may they do no more?"""
