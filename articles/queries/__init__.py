"""Reads across tables, which answer a question without changing anything."""
