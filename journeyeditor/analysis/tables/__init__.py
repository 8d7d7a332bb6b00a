"""Every analysis as a table in the reader's language: functions of facts and translator."""
