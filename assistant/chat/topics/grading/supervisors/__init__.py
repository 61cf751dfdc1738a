"""Supervisory, leader and managerial work under the General Schedule Supervisory Guide."""
