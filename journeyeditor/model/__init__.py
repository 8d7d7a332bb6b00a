"""Records, the project they make up, and the changes that lead from one to the next."""
