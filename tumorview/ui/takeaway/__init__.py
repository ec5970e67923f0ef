"""Taking away what is read: pictures, films, the clipboard, print and the PDF report."""
