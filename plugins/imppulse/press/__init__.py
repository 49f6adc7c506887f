"""The guide as PDF editions: data out of the guide, and the Typst templates that set it."""
