"""Measured proportions with confidence intervals, and the calibration of match scores."""
