"""Dialogs: only where something must be asked or said."""
