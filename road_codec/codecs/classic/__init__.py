"""ROADoverWAVE: the historical format, read and written exactly."""
