-- The institution's own template or document, whose styles, fonts, colours and header logo the Word document takes over.
ALTER TABLE institution ADD COLUMN houseStyleId TEXT REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED;
