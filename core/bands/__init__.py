"""Clusters and bands under an implementing directive (5 CFR 9701.212)."""
