-- What tells a reader that a register is still as it remembers it: a mark per register, another one with every
-- transaction that saved records of it. A mark is compared, never counted, so that a database put back from a backup
-- cannot come by a mark that stood for something else.
CREATE TABLE register_mark (
    noun TEXT COLLATE "C" NOT NULL,
    month TEXT COLLATE "C" NOT NULL, -- of monthly reports, which have a mark for each month too; else empty
    mark TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (noun, month)
);

-- The chains' own rows are few among those of the firms.
CREATE INDEX monthly_report_chain ON monthly_report (month, object) WHERE object_kind = 'chain';
