-- What was said with a step of an issue, beside its note.
ALTER TABLE issue_step_event ADD COLUMN step TEXT COLLATE "C"; -- code of the step; NULL: told by a sheet or a form
ALTER TABLE issue_step_event ADD COLUMN person TEXT COLLATE "C"; -- who handled, was visited or confirmed
ALTER TABLE issue_step_event ADD COLUMN limit_days BIGINT; -- set or asked for, millionths of a working day
