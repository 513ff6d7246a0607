"""Linking on many machines, as an Apache Spark job that runs the engine's functions inside partitions.

``manage.py link --spark IN OUT`` or ``spark-submit manage.py link --spark IN OUT`` gives the lineages that ``manage.py
link`` gives on one machine.
"""
