import { useState } from 'react';
import { Changing } from '../../components/Changing.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { CopiesOut } from './CopiesOut.tsx';
import { HandOver } from './HandOver.tsx';
import { MergeBack } from './MergeBack.tsx';
import { OriginNote } from './OriginNote.tsx';

/** Working together without a server: a copy goes to somebody, and what they did in it comes back. */
export function CopiesScreen() {
  const [reviewing, setReviewing] = useState(false);
  return (
    <>
      <PageHeading
        title="Copies"
        lede="Hand a copy over to somebody, go on working here meanwhile, and merge it back when it returns. Only what both of you changed is asked about."
      />
      <OriginNote />
      {/* Put away and not taken away while a copy is looked through: what is typed there stays. */}
      <div hidden={reviewing}>
        <Changing what="Copies are handed over, and merged when they come back,">
          <HandOver />
        </Changing>
        <CopiesOut />
      </div>
      <Changing>
        <MergeBack onReviewing={setReviewing} />
      </Changing>
    </>
  );
}
