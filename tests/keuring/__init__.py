"""Judge what is in a build folder with tools of others: axe, the validator of the W3C, Microsoft's, pdfua.

Each module runs one tool over all files at once and hands back what it found. The tests use them on what a build
makes; ``python -m keuring`` writes a report beside every document. A tool that is not here is named in the report.
"""
