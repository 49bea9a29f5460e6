# SPDX-License-Identifier: Apache-2.0
"""What is a paper document before it is a file, and how is it made into DOCX, PDF, HTML and workbooks?"""
