"""What the map tells, in the window: findings, charts, tables, improvements."""
