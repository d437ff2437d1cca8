-- What tells every instance that something was saved and what: a line per transaction, numbered in the order of the
-- commits. Only the newest lines are kept: whoever comes with an older number, or with a mark that is not that of its
-- number (the database was put back from a backup), is told that anything may have changed.
CREATE TABLE data_change (
    revision BIGINT PRIMARY KEY,
    mark TEXT COLLATE "C" NOT NULL,
    nouns TEXT COLLATE "C" NOT NULL -- the registers and tables it changed, separated by spaces
);
