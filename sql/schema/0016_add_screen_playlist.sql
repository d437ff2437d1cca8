-- What a screen looks like and who shows it. Its scenes hold its playlist: "overview:30,chain:15".
ALTER TABLE screen ADD COLUMN theme TEXT COLLATE "C"; -- light; NULL: dark
ALTER TABLE screen ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE screen ADD COLUMN user_agent TEXT COLLATE "C"; -- of the browser that showed it last
ALTER TABLE screen ADD COLUMN last_scene TEXT COLLATE "C";
