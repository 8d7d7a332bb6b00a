"""Fields of the inspector's forms: each shows one thing about the subject and edits it."""
