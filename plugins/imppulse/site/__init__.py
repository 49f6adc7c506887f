"""The guide as web pages: one pure function from the guide to paths, front matter and Markdown."""
