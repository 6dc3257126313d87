"""Work taken in from platforms, mails, exchanges and folders."""
