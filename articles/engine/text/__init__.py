"""Characters, words, names, numbers and dates of a text, made comparable."""
