"""The guide as plain data for the templates: words, prose as trees, no markup to evaluate."""
