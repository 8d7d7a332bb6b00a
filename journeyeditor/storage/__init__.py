"""The document file, the session behind it, and the checks on files of strangers.

The only place with SQL. Modules that need SQLAlchemy are `tables`, `connections`, `session` and
what imports them; a document that is not open costs none of its start-up time.
"""
