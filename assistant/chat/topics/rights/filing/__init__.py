"""How an appeal is filed and handled: forum, contents, representation, the record, its course."""
