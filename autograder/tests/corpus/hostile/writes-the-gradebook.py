# what: The gradebook is written, emptied, renamed, replaced and deleted from a solution cell.

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias


import os
import sqlite3

book = "@COURSE@/gradebook.db"


def by_sqlite():
    connection = sqlite3.connect(book)
    connection.execute("update grade set auto_score = 100")
    connection.commit()


for attempt in (
    lambda: open(book, "ab").write(b"@MARK@"),
    lambda: open(book, "r+b").write(b"@MARK@"),
    by_sqlite,
    lambda: os.truncate(book, 0),
    lambda: os.rename(book, book + ".@MARK@"),
    lambda: os.replace(book, "mine.db"),
    lambda: os.unlink(book),
    lambda: open("@COURSE@/@MARK@.csv", "w").write("points"),
    lambda: os.mkdir("@COURSE@/submitted/@MARK@"),
):
    try:
        attempt()
        print("HO" + "LE: the gradebook was written")
    except Exception as error:
        print(type(error).__name__, error)
