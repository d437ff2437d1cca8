-- What a decision concerns (涉及): "project:XM0001、indicator:revenue:ne:2026-10". And whether it is followed up with
-- pressure (督办).
ALTER TABLE decision ADD COLUMN subjects TEXT COLLATE "C";
ALTER TABLE decision ADD COLUMN supervised BOOLEAN;
