"""What a workshop on paper needs: an empty map, cards and dots to cut out, open questions."""
