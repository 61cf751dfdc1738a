"""Official documents read into the data folder: kept, settled, removed."""
