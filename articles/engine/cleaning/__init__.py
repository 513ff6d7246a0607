"""Labels for the paragraphs of a page, so that only the article's body yields quotations."""
