-- How a file of survey comments was corrected, remembered by its headings, as `mapping` remembers it of plans.
CREATE TABLE commentMapping (
  id TEXT NOT NULL PRIMARY KEY,
  headerKey TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL CHECK (json_valid(content)),
  editedAt TEXT NOT NULL
) STRICT;
