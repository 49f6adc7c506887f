"""Languages: locales, message catalogues, and the state of each translation."""
