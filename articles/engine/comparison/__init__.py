"""Comparison of printings: alignment, differences, kinds of change, and the collation of many printings."""
