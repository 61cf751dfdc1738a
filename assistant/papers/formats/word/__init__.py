"""What a Word file needs beside its paragraphs: styles, footnotes, numbering, pictures."""
