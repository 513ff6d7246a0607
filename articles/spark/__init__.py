"""How are quotations linked that are too many for one machine?

As a job of Apache Spark that runs the functions of the engine inside partitions: ``manage.py link --spark IN OUT`` or
``spark-submit manage.py link --spark IN OUT``. It gives the lineages that ``manage.py link`` gives on one machine.
"""
