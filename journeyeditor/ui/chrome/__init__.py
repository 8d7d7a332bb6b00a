"""How the windows look: style sheet, icons, focus ring, and small painted controls."""
