-- The month and day on which the academic year begins: 1 August unless the institution says otherwise. A day of every
-- year, so 29 February is none. And what the logo shows, for whoever cannot see it.
ALTER TABLE institution ADD COLUMN academicYearStart TEXT NOT NULL DEFAULT '08-01'
  CHECK (date('2026-' || academicYearStart) IS '2026-' || academicYearStart);
ALTER TABLE institution ADD COLUMN logoAlternativeText TEXT NOT NULL DEFAULT '';
