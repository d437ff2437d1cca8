-- A chain's sums go from the firms of its list to their reports of a month or two, of every indicator: the month comes
-- before the indicator.
DROP INDEX monthly_report_object;
CREATE INDEX monthly_report_object ON monthly_report (object, month, indicator);
