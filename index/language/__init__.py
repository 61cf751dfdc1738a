"""The words of the field: how documents are built of them, cut into them and searched by them."""
