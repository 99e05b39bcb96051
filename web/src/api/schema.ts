// Generated from docs/openapi.json by `npm run api`. Do not edit.

export interface paths {
    "/api/v1/account-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposed accounts of one's area, the newest first. */
        get: operations["registry.account.changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account-changes/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves a proposed account; it is used from this month on. */
        post: operations["registry.account.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account-changes/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rejects a proposed account. */
        post: operations["registry.account.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accountability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those who were held to account. */
        get: operations["oversight.accountability.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The alignments of one's area, the newest first. */
        get: operations["oversight.alignment.list"];
        put?: never;
        /**
         * Lays two lists beside each other: fields `title`, `scheme`, `division`, `on`, `follows`,
         *     `here_name`, `there_name`; files `here`, `there`. A side without a file comes from the records.
         */
        post: operations["oversight.alignment.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An alignment of one's area. */
        get: operations["oversight.alignment.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes an alignment: no difference open, both sides published, reception confirmed. */
        post: operations["oversight.alignment.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The differences of an alignment within the reader's area. */
        get: operations["oversight.difference.list"];
        put?: never;
        /** Gives differences a handler or a result. */
        post: operations["oversight.difference.handle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports the differences for the other side, with identity numbers. */
        get: operations["oversight.alignment.export"];
        put?: never;
        /** Reads the other side's feedback: this is also its confirmation of reception. */
        post: operations["oversight.alignment.feedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The persons behind a cell, within the reader's area. */
        get: operations["oversight.alignment.names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that one side published: fields `side` (here or there), `from`, `to`, `place`; a file
         *     `proof` where there is one.
         */
        post: operations["oversight.alignment.publicity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cross-table of an alignment, within the reader's area. */
        get: operations["oversight.alignment.table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/archives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hands out an archive as it was bound, as one PDF or as a page for the printer. Who else needs
         *     one makes an own, so that every copy has its reason.
         */
        get: operations["decide.archive.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An assessment with its whole explanation, as it was when it was made. */
        get: operations["decide.assessment.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Computes an assessment again from what it was made of. */
        get: operations["decide.assessment.replay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readings, newest first. */
        get: operations["platform.access.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commands, newest first. */
        get: operations["platform.audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Walks all chains against the anchors of the data folder and recomputes all digests. */
        post: operations["platform.audit.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.batch.list"];
        put?: never;
        post: operations["disburse.batch.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.batch.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.batch.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.batch.discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.batch.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.payment.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.batch.reissue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.return.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.batch.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calculator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the policy calculator asks. Nobody signs in. */
        get: operations["policy.calculator.ask"];
        put?: never;
        /** Works out what a family might get by the rules of a place; keeps nothing. Nobody signs in. */
        post: operations["policy.calculator.work_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists cases: those whose limit ends first come first. */
        get: operations["decide.case.list"];
        put?: never;
        /** Opens a case at its first step. It has no number before it is accepted. */
        post: operations["decide.case.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opens a case. */
        get: operations["decide.case.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does something in a case: whoever may, when it may be done. */
        post: operations["decide.case.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a consent on record that was signed on paper, for procedures without a form for it. */
        post: operations["decide.case.consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what happened in a case. */
        get: operations["decide.case.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a picture or PDF to an open case. For a paper of the case the paper counts as handed in
         *     from then on. The strokes of a signature are bound to the content that they stand under.
         */
        post: operations["decide.case.attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Files a form at an open step once it holds. An earlier one stays on record; signatures under
         *     it do not count for the new one. Circumstances that it states go to the register.
         */
        post: operations["decide.case.file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/forms/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a filed form. */
        get: operations["decide.case.form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/forms/{form}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Saves a form as one types, for oneself, sealed; says what is still missing. */
        put: operations["decide.case.draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/forms/{form}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prints a form of the case: blank by the version of the case's day, or the last that was handed
         *     in. What is sensitive is masked for those who only read.
         */
        get: operations["decide.case.form_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/forms/{form}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hands out a form as of the case's day, with what is known put in; a draft of one's own comes
         *     before what was handed in, and that before the register.
         */
        get: operations["decide.case.sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the documents that the case has made due, with the letters made and their copies. */
        get: operations["decide.letter.list"];
        put?: never;
        /**
         * Makes a letter with its number from the values of the case, or prints the one on record again;
         *     each copy is recorded.
         */
        post: operations["decide.letter.print"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs what is filed at an open step. The strokes are bound to the forms as they stand; a
         *     correction takes the signature away.
         */
        post: operations["decide.case.sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows consents, requests and the report of a case. */
        get: operations["decide.case.verification"];
        put?: never;
        /**
         * Asks for the verification of everybody in the case: a family member who has not consented
         *     for this matter stops it by place, a supporter who has not is left out. The step that waits for the request goes
         *     on by itself. After a report a case may be verified again until it is decided.
         */
        post: operations["decide.case.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives one opinion on many cases, each looked at by itself. */
        post: operations["decide.case.batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/four-gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts the four over the applications of one's area that were accepted in a period and have
         *     been granted or refused; those withdrawn or ended otherwise are no decisions.
         */
        get: operations["decide.case.gates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands open steps to an officer. Each is an event of its case; whoever takes them still needs
         *     the role and must not be one of the people whom the step excludes.
         */
        post: operations["decide.case.hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/lamps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts open cases by lamp, narrowed as the list is. */
        get: operations["decide.case.lamps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the guidance catalogue of one's area. */
        get: operations["policy.catalogue.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The checks in force today. */
        get: operations["verify.check.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizens/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands out a code at the counter, to somebody whose identity card was seen: for people without
         *     a telephone of their own. It counts for a day; name and telephone are then those of the card.
         */
        post: operations["intake.code.hand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.claim.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/collect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.claim.collect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.claim.hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clues of one's area, by number. */
        get: operations["oversight.clue.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opens a clue. */
        get: operations["oversight.clue.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts a rectification (销号), or sends it back. */
        post: operations["oversight.clue.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/{id}/accountability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that somebody was held to account for a clue that is so. */
        post: operations["oversight.accountability.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records money that was recovered for a clue. */
        post: operations["oversight.clue.recover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/{id}/rectification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reports that a clue was put right. */
        post: operations["oversight.clue.rectify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers clues; another person confirms. */
        post: operations["oversight.clue.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assigns clues, one or all of a filter. */
        post: operations["oversight.clue.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms answers: the clues are closed, and those that are so ask for a rectification. */
        post: operations["oversight.clue.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports clues with their identity numbers: the other office must know who is meant. */
        get: operations["oversight.clue.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clues/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends answers back to be looked into again. */
        post: operations["oversight.clue.return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Officers of the area who work on cases, with the roles that they hold today. */
        get: operations["decide.colleague.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decide.decision.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decide.decision.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide.decision.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide.decision.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide.change.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/grace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide.grace.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/one-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide.one_off.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide.opening.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide.start.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide.stop.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the delegations that hold in the officer's areas or above them. */
        get: operations["decide.delegation.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries, newest first. */
        get: operations["verify.delivery.list"];
        put?: never;
        /** Uploads a delivery. Its columns are shown for a look; `start` takes it in. */
        post: operations["verify.delivery.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery. */
        get: operations["verify.delivery.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a delivery up that was not taken in; one that is kept stays. */
        post: operations["verify.delivery.discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/linking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lays the rows without a good number beside the persons on record. What was decided stays. */
        post: operations["verify.link.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that could not be used, in the order of the file. */
        get: operations["verify.delivery.rejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/rejects.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them as a .csv that a spreadsheet opens. */
        get: operations["verify.delivery.rejects_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a delivery in, by the columns as they were found or as the user says. */
        post: operations["verify.delivery.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due, late or missing at a place. */
        get: operations["verify.delivery.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deputies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands in for whom in the officer's area, the latest first. */
        get: operations["decide.deputy.list"];
        put?: never;
        /** Writes down that one officer stands in for another, from a day to a day. */
        post: operations["decide.deputy.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deputies/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a time of standing in today, before its last day. */
        post: operations["decide.deputy.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists areas. Names of areas are public, so that every signed-in user may see all. */
        get: operations["directory.division.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads one's own draft; nobody else's can be read. */
        get: operations["decide.draft.get"];
        /** Saves what one types on a page, for oneself, sealed. */
        put: operations["decide.draft.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the figures of the report as of a day: one object keyed by figure number. */
        get: operations["insight.figures.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file. */
        get: operations["platform.file.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings of the actor's own office, grave ones first. */
        get: operations["verify.result.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings as a .csv that a spreadsheet opens, one entry of the access log for all. */
        get: operations["verify.result.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One finding with the rows it rests on. Each look is recorded for the household. */
        get: operations["verify.result.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides on a finding. */
        post: operations["verify.result.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{id}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters what the family objects; somebody else then looks again. */
        post: operations["verify.result.object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formulas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the formulas that hold in one's area, by programme. */
        get: operations["policy.formula.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What families may claim and do not have, and the other way round, by village. */
        get: operations["decide.gap.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gaps/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts what families may claim and do not have, and the other way round. */
        get: operations["decide.gap.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gaps/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exports exactly what is filtered, with who has to act. */
        post: operations["decide.gap.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gaps/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assesses every household of an area as of today and lists what it may claim and does not
         *     have, in the background. One scan of an area runs at a time.
         */
        post: operations["decide.gap.scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends a grant as of yesterday, which takes the right away with the very next request; the
         *     grant itself is kept, because past acts rest on it.
         */
        delete: operations["directory.grant.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows this month's numbers within one's area. */
        get: operations["insight.home.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Households of one's area that fit a filter, in the order of areas. */
        get: operations["registry.household.list"];
        put?: never;
        /**
         * Enters a household with its members. People on record are recognised by their identity
         *     numbers; nobody is on record twice.
         */
        post: operations["registry.household.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opens a household's file. */
        get: operations["registry.household.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes where a household lives and how it is reached. With the household its members and
         *     their accounts come under the new area; what was decided and paid stays where it was.
         */
        patch: operations["registry.household.change"];
        trace?: never;
    };
    "/api/v1/households/{id}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of a household, those in use first. */
        get: operations["registry.account.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/archives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the archives that were bound of a household: who, when, what for. */
        get: operations["decide.archive.list"];
        put?: never;
        /**
         * Binds everything of all cases of a household that the officer may see into one PDF and one
         *     page for the printer, with a directory, and keeps both for the officer.
         */
        post: operations["decide.archive.print"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The assessments of a household, the latest first. */
        get: operations["decide.assessment.list"];
        put?: never;
        /**
         * Assesses a household for every programme of its place, by the facts on record and what it
         *     holds, and keeps the assessment. It decides nothing.
         */
        post: operations["decide.assessment.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decide.award.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records circumstances of a household and its members as new versions. Awards do not follow
         *     by themselves: a change of an award is a decision.
         */
        post: operations["registry.household.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes another member the head. Every relation is told from the head, so all are given anew. */
        post: operations["registry.household.head"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a household. */
        get: operations["registry.household.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a member: somebody new, somebody on record without a household, or, where it is said
         *     to be a move, somebody from another household.
         */
        post: operations["registry.member.join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/members/{person}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a membership. Who was a member stays readable as of the days before. */
        post: operations["registry.member.leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.household.payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exports households; numbers of people stay masked. */
        post: operations["registry.household.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be imported, from the pack in force. */
        get: operations["registry.import.kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-kinds/{kind}/template/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A workbook with drop-downs, notes and an example, made from the pack in force. */
        get: operations["registry.import.template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first. */
        get: operations["registry.import.list"];
        put?: never;
        /** Uploads a roster of one or more files. */
        post: operations["registry.import.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import. */
        get: operations["registry.import.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an import over, whole or its right households. */
        post: operations["registry.import.apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/returned/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user's own file with a column 错误原因. */
        get: operations["registry.import.returned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of an import. */
        get: operations["registry.import.rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own jobs, newest first. A job belongs to the one who enqueued it; nobody else sees it. */
        get: operations["platform.job.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One own job. */
        get: operations["platform.job.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels an own job: at once when it waits, after its present step when it runs. */
        post: operations["platform.job.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a failed or cancelled own job back into the queue; it goes on from its last checkpoint. */
        post: operations["platform.job.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.ledger.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letter-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hands out the copies of a batch as one file, each letter on pages of its own; for the one who
         *     printed it.
         */
        get: operations["decide.letter.batch_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the letters that cases of one's area made due in a month, so that they can be printed
         *     together.
         */
        get: operations["decide.letter.due"];
        put?: never;
        /**
         * Makes the letters that are missing, each with its number, and records a copy of every one; all
         *     or none.
         */
        post: operations["decide.letter.batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hands out a copy that was recorded as printed; the same copy is the same bytes. */
        get: operations["decide.letter.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lines/{programme}/{month}/{person}/{component}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.line.explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/link-pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pairs of rows without a good number and persons on record: by delivery and row, the likeliest
         *     person of a row first.
         */
        get: operations["verify.link.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/link-pairs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pair with both sides. Each look is recorded for the household. */
        get: operations["verify.link.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/link-pairs/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides whether a row is about a person. */
        post: operations["verify.link.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/month-ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the frozen rosters of one's area. */
        get: operations["insight.month_end.list"];
        put?: never;
        /** Freezes the rosters of all programmes of a month whose rolls are all locked. */
        post: operations["insight.month_end.freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.month.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the bodies of one's area in the official order of their divisions. */
        get: operations["directory.organisation.list"];
        put?: never;
        /** Creates a body within one's area. */
        post: operations["directory.organisation.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a body; its area never changes, because its audit chain belongs to it. */
        patch: operations["directory.organisation.update"];
        trace?: never;
    };
    "/api/v1/oversight-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words of oversight. */
        get: operations["oversight.words.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the values that hold in one's area. */
        get: operations["policy.parameter.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parameters/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows all values of a parameter and the formulas that speak of it. */
        get: operations["policy.parameter.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons/{id}/account-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes another account for a person; a second person has to approve it. */
        post: operations["registry.account.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a person's name, identity number or telephone right. Birth date and sex follow a new
         *     number; what was recorded before stays readable in the history.
         */
        post: operations["registry.person.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows a sealed value; who, what and why enter the access log. */
        post: operations["registry.person.reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The officer's own phrases. */
        get: operations["decide.phrase.list"];
        put?: never;
        /** Keeps a phrase. */
        post: operations["decide.phrase.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phrases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets one of the officer's own phrases. */
        delete: operations["decide.phrase.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what changed in one's area between two days, or between two releases. */
        get: operations["policy.change.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the policy documents of one's area, also those no longer in force. */
        get: operations["policy.document.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the places whose rules the pack in force on a day holds. */
        get: operations["policy.place.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas, for choosing one's village: counties where nothing is given. */
        get: operations["intake.area.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a code to the telephone of a citizen. The answer is the same whether the number is
         *     known, the name fits or the day's codes are used up: nobody learns anything about anybody.
         */
        post: operations["intake.code.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the guidance catalogue of a place, for anybody. */
        get: operations["intake.matter.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the public lists of a village to anybody. */
        get: operations["decide.publicity.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with the code that was sent or handed out; it counts once. */
        post: operations["intake.citizen.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows who is signed in. */
        get: operations["intake.citizen.get"];
        put?: never;
        post?: never;
        /** Signs out. */
        delete: operations["intake.citizen.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists a citizen's own submissions, the newest first. */
        get: operations["intake.submission.mine"];
        put?: never;
        /** Begins a submission. */
        post: operations["intake.submission.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/submissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opens one of them. */
        get: operations["intake.submission.own"];
        /** Writes on. The version tells whether another telephone wrote in between. */
        put: operations["intake.submission.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/submissions/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a photograph to a draft. A new signature takes the place of the old one. */
        post: operations["intake.photo.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/submissions/{id}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a citizen an own photograph. */
        get: operations["intake.photo.show"];
        put?: never;
        post?: never;
        /** Takes a photograph away again. */
        delete: operations["intake.photo.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/submissions/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a citizen how far the case has come that began with an own submission. */
        get: operations["decide.case.progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/submissions/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands a submission in: whole, with a signed authorisation. The window is told. */
        post: operations["intake.submission.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/submissions/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a submission back; nothing of it is worked on any more. */
        post: operations["intake.submission.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open windows that serve a place, the nearest first: village, township, county. */
        get: operations["intake.window.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the procedures of a place as of today. */
        get: operations["decide.procedure.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the programmes of one's area, with the formulas in force. */
        get: operations["policy.programme.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a programme as it stands at a place on a day. */
        get: operations["policy.programme.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists of the area, village by village. */
        get: operations["decide.publicity.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/read-backs/{id}/wrong": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user's own file with what is wrong with which row. */
        get: operations["oversight.read_back.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compares what was granted with what is printed. */
        get: operations["insight.reconciliation.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists referrals of one's area, those whose answer is due first at the top. */
        get: operations["intake.referral.list"];
        put?: never;
        /** Refers a matter to the department that decides it. The number is the citizen's receipt. */
        post: operations["intake.referral.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records the department's answer. */
        post: operations["intake.referral.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that the department has it. */
        post: operations["intake.referral.receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/tell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that the citizen was told, which ends it. */
        post: operations["intake.referral.tell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the releases, the latest first. */
        get: operations["policy.release.list"];
        put?: never;
        /**
         * Proposes the packs that come with the program, or those of an earlier release again. What the
         *     county's own documents changed and still counts is written into the packs of the program. Packs
         *     with faults, or whose own tests fail, are refused with all faults, and the release in force
         *     stays.
         */
        post: operations["policy.release.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a release: who proposed it and who put it in force and when, what it changes, and what
         *     every check said.
         */
        get: operations["policy.release.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a proposed release in force from its date on; never by the person who proposed it. */
        post: operations["policy.release.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks the texts of a release and runs their tests again, in the background; what comes out is
         *     kept with the release.
         */
        post: operations["policy.release.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says no to a proposed release. */
        post: operations["policy.release.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes the release in force with values that a document changes. The texts are written,
         *     checked and tested as a whole; another person puts them in force.
         */
        post: operations["policy.release.amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reserves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reserves of the area. */
        get: operations["disburse.reserve.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reserves/{township}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The movements of a township's reserve, the latest first. */
        get: operations["disburse.reserve.entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reserves/{township}/replenish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for money for the reserve of a township. It is in the reserve once another person approves. */
        post: operations["disburse.reserve.replenish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reserves/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests of the area, those that wait first, then the latest; at most 200. */
        get: operations["disburse.reserve.requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reserves/requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves money for a reserve: it is there from now on. */
        post: operations["disburse.reserve.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reserves/requests/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses money for a reserve. */
        post: operations["disburse.reserve.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the roles of the pack in force. */
        get: operations["directory.role.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rolls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.roll.list"];
        put?: never;
        post: operations["disburse.roll.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rolls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.roll.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rolls/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.roll.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rolls/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.change.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rolls/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.roll.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rolls/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disburse.line.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rolls/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.roll.lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rolls/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.roll.return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rolls/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disburse.roll.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in and hands out the session cookie. An unknown name, a wrong password and a locked or
         *     disabled account get one answer after the same work, so that nobody learns which names exist.
         */
        post: operations["directory.session.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the signed-in user. */
        get: operations["directory.session.get"];
        put?: never;
        post?: never;
        /** Ends the session of this request and takes the cookie back. */
        delete: operations["directory.session.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the password and ends the user's other sessions, because whoever knew the old
         *     password may sit in one of them.
         */
        post: operations["directory.password.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compares the area's own records by the rules as they stand and by changed ones. Nothing is
         *     stored, and no family is named.
         */
        post: operations["decide.simulation.run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/simulations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exports exactly the families that are listed. */
        post: operations["decide.simulation.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/simulations/families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lists the families that a simulation touches, by village. */
        post: operations["decide.simulation.families"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subject-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The families that a list holds, in the order of areas. */
        get: operations["oversight.subject.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists submissions of one's area, the longest waiting first. */
        get: operations["intake.submission.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opens a submission of one's area. */
        get: operations["intake.submission.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a case from a submission, and enters the family where it is not on record yet. Who is on
         *     record elsewhere is recognised by the identity number; then the clerk names the household.
         */
        post: operations["decide.case.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a submission back to the citizen. Whoever is not eligible gets no answer this way: that
         *     is decided in a case, in writing and with reasons (社会救助法 第四十五条).
         */
        post: operations["intake.submission.return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs of one's area, the newest first. */
        get: operations["oversight.run.list"];
        put?: never;
        /**
         * Begins a run: the list is made and compared in the background. Fields `title`, `purpose`
         *     (supervision: people in benefit; discovery: gaps), `division`, `month`, `programmes` (keys,
         *     separated by commas; all where empty), `as_of` (day of the data); one file for each source,
         *     named by the source's key.
         */
        post: operations["oversight.run.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run of one's area. */
        get: operations["oversight.run.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-runs/{id}/read-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was read back for a run. */
        get: operations["oversight.read_back.list"];
        put?: never;
        /** Reads a file of answers back. */
        post: operations["oversight.read_back.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-runs/{id}/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The board of a run. */
        get: operations["oversight.run.totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The actor's tasks, most urgent first. */
        get: operations["platform.task.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the documents of the office's place with its own versions of each. */
        get: operations["decide.template.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an office's template for a document from a day on, after every place in it was checked.
         *     Nothing is kept of a template that cannot be used.
         */
        post: operations["decide.template.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{document}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hands out a template: open, to be changed in Word or WPS, or filled, to be looked at. */
        get: operations["decide.template.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{document}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the office's template out of use from a day on. Letters that were made with it stay. */
        post: operations["decide.template.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the staff of one's area. */
        get: operations["directory.user.list"];
        put?: never;
        /** Creates a user without any right; the security administrator grants roles. */
        post: operations["directory.user.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes name, organisation or status. Disabling ends all sessions at once. */
        patch: operations["directory.user.update"];
        trace?: never;
    };
    "/api/v1/users/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grants a role. The three administrators are three persons without any other role
         *     (GB/T 22239-2019), and nobody grants a role to themselves.
         */
        post: operations["directory.grant.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Locks a user and ends all sessions at once. */
        post: operations["directory.user.lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a new first password, which must be changed at the next sign-in, and ends all sessions. */
        post: operations["directory.user.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlocks a user, also from the time lock after too many wrong passwords. */
        post: operations["directory.user.unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of the actor's own office, newest first. */
        get: operations["verify.run.list"];
        put?: never;
        /** Starts a run: one family is answered at once, a place by a job. */
        post: operations["verify.run.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run with what it was compared with and what could not be told. */
        get: operations["verify.run.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went to the platform, the last first. */
        get: operations["verify.batch.list"];
        put?: never;
        /**
         * Writes a file with the requests that wait and hands it over. Each consent is looked at again:
         *     one that has ended since stops the whole batch by name.
         */
        post: operations["verify.batch.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/consents/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a consent back from today on. Requests that name the person and have no report yet are
         *     cancelled; what was reported before stays on record.
         */
        post: operations["verify.consent.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/findings/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says whether a finding stands. Where the family objected, it is somebody else than who
         *     recorded the objection.
         */
        post: operations["verify.finding.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/findings/{id}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that the family objects. No review goes on before the recheck is done. */
        post: operations["verify.finding.object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a report file. The same file again changes nothing; a file with any fault changes
         *     nothing and says each with its row.
         */
        post: operations["verify.report.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opens a report. Each look is an entry in the access log. */
        get: operations["verify.report.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/reports/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prints a report. Numbers are masked as everywhere; each copy is an entry in the access log. */
        get: operations["verify.report.print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/reports/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads all report files that wait at the platform, in the background: each whole or not at all,
         *     with the rights of whoever asks. The result of the job is a `VerificationFetch`.
         */
        post: operations["verify.report.fetch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/reports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what a report file would bring, or every fault in it. Nothing is taken. */
        post: operations["verify.report.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists requests of one's office, those that wait longest at the top. */
        get: operations["verify.request.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opens a request. */
        get: operations["verify.request.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification/requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a request that has no report yet. A report that comes all the same is refused. */
        post: operations["verify.request.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The visits of one's area. */
        get: operations["oversight.visit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records the result of visits. */
        post: operations["oversight.visit.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what facts are called, in both languages. */
        get: operations["policy.vocabulary.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the windows of one's area, closed ones too. */
        get: operations["intake.window.list"];
        put?: never;
        /** Enters a window. */
        post: operations["intake.window.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/windows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a window, or closes it; its record stays. */
        put: operations["intake.window.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The word of whoever accepts. */
        Acceptance: {
            /** @description Whether it is accepted; otherwise it goes back. */
            accepted: boolean;
            /** @description The opinion. */
            opinion: string;
        };
        /** @description One reading in the access log. */
        AccessRow: {
            /**
             * Format: uuid
             * @description The user.
             */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: uuid
             * @description The organisation whose chain it is in.
             */
            chain: string;
            /**
             * Format: int64
             * @description How many were shown.
             */
            count: number;
            /** @description Where. */
            division?: string | null;
            /** @description The operation in English. */
            en: string;
            /** @description `opened`, `listed`, `used` or `refused`. */
            kind: string;
            /** @description The login name. */
            login: string;
            /** @description What was read. */
            noun?: string | null;
            /** @description The operation's id. */
            operation: string;
            /**
             * Format: int64
             * @description The position.
             */
            seq: number;
            /** @description Which one, when one was opened. */
            subject?: string | null;
            /** @description The operation in Chinese. */
            zh: string;
        };
        /** @description Somebody who was held to account. */
        AccountabilityView: {
            cause: string;
            /** Format: uuid */
            clue_id: string;
            clue_number: string;
            /** Format: date */
            day: string;
            division: components["schemas"]["DivisionRef"];
            document: string;
            /** Format: uuid */
            id: string;
            measure: components["schemas"]["Named"];
            name: string;
            post: string;
        };
        /** @description A new account. */
        AccountRequest: {
            /** @description The number. */
            account: string;
            /** @description The bank's key or name. */
            bank: string;
            /** @description The holder's name. */
            holder: string;
            /** @description Why it changes. */
            reason: string;
        };
        /** @description Accounts of a household's members. */
        Accounts: {
            items: components["schemas"]["AccountView"][];
        };
        /** @description An account in use, masked. */
        AccountView: {
            /** @description The last four digits. */
            account: string;
            /** @description The bank. */
            bank: components["schemas"]["Named"];
            /** @description Whether a later one has taken its place. */
            current: boolean;
            /** @description The holder's name. */
            holder: string;
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /** @description The payee. */
            person: components["schemas"]["PayeeView"];
            /** @description The first month. */
            valid_from: string;
        };
        /** @description An earlier line for the same person, component and month. */
        AdjustedLine: {
            /** @description 元; a recovery counts against the others. */
            amount: string;
            /** @description current, arrears or recovery. */
            kind: string;
            /** @description The roll in which it stands. */
            month: string;
        };
        /** @description A decision that changed the award's past. */
        AdjustingDecision: {
            /** @description The first month it touches. */
            from: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description change, grace, stop … */
            kind: string;
            /** @description Its public number. */
            number: string;
            /** @description Why, as the people who decided wrote it. */
            reason: string;
        };
        /** @description What a line adjusts, and why. */
        AdjustmentShown: {
            /** @description The decisions that changed the month; none where a standard changed. */
            decisions: components["schemas"]["AdjustingDecision"][];
            /** @description 元, what earlier rolls gave for that month, all in all. */
            entitled: string;
            /** @description The month adjusted. */
            for_month: string;
            /** @description arrears or recovery. */
            kind: string;
            /** @description The lines adjusted. */
            lines: components["schemas"]["AdjustedLine"][];
            /** @description 元, what that month allows as it was computed again. */
            recomputed: string;
            /** @description The month from which a changed standard is paid after, where the roll does that. */
            standard_from?: string | null;
        };
        /** @description An alignment with its counts. */
        AlignmentDetail: {
            alignment: components["schemas"]["AlignmentView"];
            /** Format: int64 */
            both: number;
            differences: components["schemas"]["DifferenceTally"][];
            /**
             * Format: int64
             * @description Persons here, there and in both, each once.
             */
            here: number;
            /** Format: int64 */
            there: number;
            /** @description Whether this reader may work on it as a whole. */
            whole: boolean;
        };
        /** @description The word with which an alignment is closed. */
        AlignmentEnd: {
            /** @description What came of it. */
            opinion: string;
        };
        /** @description An alignment as clients see it. */
        AlignmentView: {
            closed_at?: string | null;
            created_at: string;
            created_by: components["schemas"]["UserRef"];
            division: components["schemas"]["DivisionRef"];
            /**
             * Format: int32
             * @description 1 for the first; a later edition takes over what was handled.
             */
            edition: number;
            /**
             * Format: uuid
             * @description The edition before.
             */
            follows_id?: string | null;
            /** @description records or file. */
            here_from: string;
            /** @description Whose list is here. */
            here_name: string;
            here_published?: components["schemas"]["Published"] | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            job_id?: string | null;
            /** @description What was noticed while building, as text. */
            notes: string;
            number: string;
            /**
             * Format: date
             * @description The day whose records count.
             */
            on: string;
            /** @description When the other side confirmed the reception. */
            received_at?: string | null;
            received_note?: string | null;
            /** @description When the differences were sent to the other side. */
            sent_at?: string | null;
            /** @description building, failed, open, closed or replaced. */
            status: components["schemas"]["Named"];
            /** @description records or file. */
            there_from: string;
            /** @description Whose list is there. */
            there_name: string;
            there_published?: components["schemas"]["Published"] | null;
            title: string;
            /** Format: int32 */
            version: number;
        };
        /** @description A changed value. */
        AmendedValue: {
            after: string;
            /** @description The value before; none where there was none. */
            before?: string | null;
            /** @description The clause of the value before. */
            cite_before: string;
            en: string;
            name: string;
            unit: string;
        };
        /** @description A changed value. */
        AmendmentChange: {
            /**
             * @description The parameter; `名称.条目` for one entry of a table.
             * @example 农村低保标准
             */
            name: string;
            /**
             * @description The value, with or without its unit.
             * @example 5800元/年
             */
            value: string;
        };
        /** @description The document that orders the change. */
        AmendmentDocument: {
            /** @description The clause that gives the values. */
            clause?: string;
            /**
             * Format: date
             * @description When.
             */
            issued?: string | null;
            /** @description Who issued it. */
            issuer: string;
            /** @description Its number (文号). */
            number: string;
            /** @description Where its text was read; without it the values count as not verified. */
            source?: string;
            /** @description Title. */
            title: string;
        };
        /** @description A procedure that can be begun at the portal. */
        Applicable: {
            en: string;
            /** @description Key of the procedure. */
            key: string;
            zh: string;
        };
        /** @description A line of the directory. */
        ArchiveEntry: {
            /** @description Who made it. */
            by: string;
            /** @description The case or part that begins here. */
            chapter?: string | null;
            /** @description Its day. */
            day: string;
            /** @description Its first page. */
            page: number;
            /** @description What it is. */
            title: string;
        };
        /** @description Areas right below one. */
        Areas: {
            items: components["schemas"]["DivisionRef"][];
        };
        /** @description An assessment with its whole explanation. */
        AssessmentAnswer: components["schemas"]["AssessmentBrief"] & {
            division: components["schemas"]["DivisionRef"];
            /** @description What may be claimed, has to be left, or looked into. */
            due: components["schemas"]["AssessmentDue"][];
            /** Format: uuid */
            household_id: string;
            members: components["schemas"]["AssessmentMember"][];
            /** @description Of the household, then of each member, by programme. */
            results: components["schemas"]["AssessmentResult"][];
            /** @description Every step once: what a step needs stands before it. */
            steps: components["schemas"]["AssessmentStep"][];
        };
        /** @description An assessment in a list. */
        AssessmentBrief: {
            /** Format: date */
            as_of: string;
            /**
             * Format: int32
             * @description Programmes that may be claimed and are not held.
             */
            claims: number;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            made_at: string;
            made_by: components["schemas"]["UserRef"];
            /**
             * Format: int32
             * @description The version of the engine's meaning.
             */
            meaning: number;
            /** @description What all that qualifies would pay a month, 元/月. */
            monthly?: string | null;
            /**
             * Format: int32
             * @description Programmes for which somebody qualifies.
             */
            qualifies: number;
            release: components["schemas"]["AssessmentRelease"];
            /**
             * Format: int32
             * @description Programmes about which a fact is missing.
             */
            unknown: number;
        };
        /** @description A programme that may be claimed, has to be left or looked into. */
        AssessmentDue: {
            /** @description may_claim, may_leave or to_check. */
            kind: string;
            /** @description The members concerned, by place in `members`. */
            members: number[];
            missing: components["schemas"]["AssessmentLacking"][];
            monthly?: string | null;
            once?: string | null;
            programme: components["schemas"]["Named"];
        };
        /** @description A value that went into a step. */
        AssessmentInput: {
            /** @description The clause that sets a parameter. */
            cite?: string | null;
            /** @description fact, default, parameter or variable. */
            kind: string;
            label_en: string;
            /** @description `农村低保标准`, `成员1.工资性收入`. */
            name: string;
            unit?: string | null;
            value?: string | null;
        };
        /** @description A fact that nobody has given. */
        AssessmentLacking: {
            en: string;
            /** @description Which member, by place in `members`. */
            member?: number | null;
            /** @description household, person, supporter or award. */
            of: string;
            /** @description The name in the vocabulary. */
            zh: string;
        };
        /** @description A member of the family. */
        AssessmentMember: {
            name: string;
            /** Format: uuid */
            person_id: string;
            /** @description Relation to the head on that day. */
            relation: string;
        };
        /** @description The release by which it was made. */
        AssessmentRelease: {
            /** @description SM3 digest of its texts. */
            digest: string;
            version: string;
        };
        /** @description What came out. */
        AssessmentReplay: {
            /** @description SM3 digest of the release's texts. */
            digest: string;
            /**
             * Format: int32
             * @description The version of the engine's meaning when it was made.
             */
            meaning: number;
            /**
             * Format: int32
             * @description The version of the engine's meaning now.
             */
            meaning_now: number;
            /** @description The version of the release. */
            release: string;
            /** @description Whether facts, rules and release of then give the same bytes today. */
            same: boolean;
        };
        /** @description As of which day. */
        AssessmentRequest: {
            /**
             * Format: date
             * @description The day whose facts, rules and standards count; today where left out.
             * @default null
             */
            as_of?: string | null;
        };
        /** @description What came out of one programme. */
        AssessmentResult: {
            /** @description The clauses. */
            cites: string[];
            /** @description The members that an award would cover, by place in `members`. */
            covered: number[];
            /** @description The member, by place in `members`; none for the household. */
            member?: number | null;
            missing: components["schemas"]["AssessmentLacking"][];
            /** @description 元/月 */
            monthly?: string | null;
            /** @description 元 */
            once?: string | null;
            /** @description Whether the programme pays; one that does not is recognised only. */
            pays: boolean;
            programme: components["schemas"]["Named"];
            reasons: components["schemas"]["AssessmentWords"][];
            /** @description Whether a single member comes in by himself (单人). */
            single: boolean;
            /** @description Its steps, by place in `steps`. */
            steps: number[];
            /** @description 符合, 不符合, 未知, 不适用 or 让位. */
            verdict: string;
        };
        /** @description A step of the computation. */
        AssessmentStep: {
            /** @description A fact that nobody gave, by the rule of the vocabulary. */
            by_default: boolean;
            cite?: string | null;
            formula: string;
            inputs: components["schemas"]["AssessmentInput"][];
            label_en: string;
            missing: string[];
            name: string;
            notes: components["schemas"]["AssessmentWords"][];
            /** @description Whose: `户`, `成员1`, `待遇`. */
            subject: string;
            unit?: string | null;
            value?: string | null;
        };
        /** @description Words in both languages. */
        AssessmentWords: {
            en: string;
            zh: string;
        };
        /** @description Who shall look into which clues until when. */
        Assignment: {
            /**
             * Format: date
             * @description The last day; by the limit of the pack where missing.
             */
            due?: string | null;
            /**
             * Format: uuid
             * @description The person in charge.
             */
            handler?: string | null;
            /** @description The office in charge, by division; the township of each clue where missing. */
            office?: string | null;
            which: components["schemas"]["Selection"];
        };
        /** @description What was put to the case, and the case as it stands then. */
        Attached: {
            /** @description The case. */
            case: components["schemas"]["Case"];
            /**
             * Format: uuid
             * @description The file's key.
             */
            file: string;
        };
        /** @description One thing that does not agree. */
        AuditFault: {
            /** @description The chain: `audit/<organisation>` or `access/<organisation>`. */
            chain: string;
            /** @description What is wrong, in English. */
            en: string;
            /**
             * Format: int64
             * @description The position.
             */
            seq: number;
            /** @description What is wrong, in Chinese. */
            zh: string;
        };
        /** @description One command in the audit log. */
        AuditRow: {
            /**
             * Format: uuid
             * @description The user.
             */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: uuid
             * @description The organisation whose chain it is in.
             */
            chain: string;
            /**
             * Format: int64
             * @description How many rows it changed.
             */
            count: number;
            /** @description Where. */
            division?: string | null;
            /** @description The operation in English. */
            en: string;
            /** @description The hash, hexadecimal. */
            hash: string;
            /** @description The login name. */
            login: string;
            /** @description What it was about. */
            noun?: string | null;
            /** @description The operation's id. */
            operation: string;
            /** @description The reason given. */
            reason?: string | null;
            /**
             * Format: int64
             * @description The position.
             */
            seq: number;
            /** @description Which one. */
            subject?: string | null;
            /** @description The operation in Chinese. */
            zh: string;
        };
        /** @description An award. */
        AwardAnswer: {
            /** @description Class or tier. */
            class: string;
            /** @description First month. */
            from_month: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description Covered persons. */
            members: components["schemas"]["MemberAnswer"][];
            /** @description Public number. */
            number: string;
            /** @description The programme. */
            programme: components["schemas"]["Named"];
            /** @description active, grace, suspended or stopped. */
            status: string;
            /** @description Terms, oldest first. */
            terms: components["schemas"]["TermsAnswer"][];
            /** @description Last month. */
            to_month?: string | null;
        };
        /** @description All awards of a household. */
        AwardList: {
            /** @description The awards, by programme and number. */
            items: components["schemas"]["AwardAnswer"][];
        };
        /** @description A batch. */
        BatchAnswer: {
            /** @description 元 */
            amount: string;
            approved_by?: components["schemas"]["UserRef"] | null;
            /** @description The bank. */
            bank: components["schemas"]["Named"];
            /**
             * Format: int64
             * @description 笔
             */
            count: number;
            file?: components["schemas"]["FileShown"] | null;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /**
             * Format: uuid
             * @description A job that goes on with it, right after a command.
             */
            job?: string | null;
            /** @description The month paid for. */
            month: string;
            /** @description Public number. */
            number: string;
            /** @description Credited. */
            paid: components["schemas"]["Counted"];
            /** @description The maker. */
            prepared_by: components["schemas"]["UserRef"];
            /** @description What is paid. */
            programmes: components["schemas"]["Named"][];
            /**
             * Format: uuid
             * @description The batch whose rejected payments go out again.
             */
            reissue_of?: string | null;
            /** @description Sent back. */
            rejected: components["schemas"]["Counted"];
            /** @description gathering, draft, discarded, approved, sent, returned or settled. */
            status: string;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /** @description A copy of the batch. */
        BatchCopy: {
            /**
             * Format: uuid
             * @description The case.
             */
            case: string;
            /**
             * Format: uuid
             * @description The letter.
             */
            letter: string;
            /**
             * Format: int32
             * @description Which copy this is, from 1.
             */
            nth: number;
            /** @description Its number. */
            number: string;
        };
        /**
         * @description The job that gathers, and the batches it made; they are in its result once
         *     it is done.
         */
        BatchesCreated: {
            /** @description Empty until the job is done. */
            batches: components["schemas"]["BatchAnswer"][];
            /**
             * Format: uuid
             * @description The job.
             */
            job: string;
        };
        /** @description What to pay. */
        BatchRequest: {
            /**
             * @description The month.
             * @example 2022-10
             */
            month: string;
            /** @description Keys of programmes whose rolls are locked. */
            programmes: string[];
        };
        /** @description A figure printed in a document, beside the computed one. */
        Beside: {
            /** @description 元 */
            amount: string;
        };
        /** @description A line of a board. */
        BoardLine: {
            /**
             * Format: uuid
             * @description The case.
             */
            case: string;
            /**
             * Format: int32
             * @description How many days it hangs.
             */
            days: number;
            /** @description The village. */
            division: components["schemas"]["DivisionRef"];
            /** @description English name. */
            en: string;
            /**
             * Format: int64
             * @description Calendar days left, below nought once it is over.
             */
            left?: number | null;
            /** @description Receipt number. */
            number?: string | null;
            /**
             * Format: date
             * @description Since when.
             */
            on?: string | null;
            /** @description A picture has to prove that it hangs. */
            photo: boolean;
            /** @description Where it hangs: village or township. */
            place: string;
            /** @description The programme. */
            programme: string;
            /**
             * Format: int32
             * @description How many events the case has; send it with the next act as `seen`.
             */
            seen: number;
            /** @description What the list shows, by the words of the procedure; names are masked. */
            shows: Record<string, never>;
            /** @description `to_post`, `hanging`, `objected` or `over`. */
            state: string;
            /** @description The step whose list it is. */
            step: string;
            /**
             * Format: date
             * @description Its last day.
             */
            until?: string | null;
            /** @description Name of the procedure. */
            zh: string;
        };
        /** @description What to apply. */
        Body: {
            mode: components["schemas"]["Mode"];
        };
        /** @description The archive that was bound. */
        BoundArchive: {
            /** @description Files that go along because no page can show them. */
            attached: number;
            /** @description The directory. */
            directory: components["schemas"]["ArchiveEntry"][];
            /**
             * Format: uuid
             * @description Key; its files are under `/archives/{id}`.
             */
            id: string;
            /** @description Numbered pages. */
            pages: number;
        };
        BTreeMap: {
            [key: string]: string;
        };
        /** @description One component's part. */
        ByComponent: {
            /** @description 元 */
            amount: string;
            /** @description Base, top-up, care … */
            component: components["schemas"]["Named"];
            /**
             * Format: int64
             * @description 人
             */
            persons: number;
        };
        /** @description One division's part. */
        ByDivision: components["schemas"]["Sums"] & {
            /** @description Where. */
            division: components["schemas"]["DivisionRef"];
        };
        /** @description The calculator of a place. */
        Calculator: {
            /** @description At most so many members. */
            members_max: number;
            /**
             * Format: date
             * @description The day whose rules and standards it uses.
             */
            on: string;
            place: components["schemas"]["PolicyPlace"];
            /** @description The places whose rules it knows. */
            places: components["schemas"]["PolicyPlace"][];
            questions: components["schemas"]["CalculatorQuestion"][];
        };
        /** @description Answers: facts that the questions ask for, by name. A number may come as text. */
        CalculatorAnswers: {
            /** @description About the household. */
            household?: {
                [key: string]: unknown;
            };
            /** @description About each member. */
            members: {
                [key: string]: unknown;
            }[];
            /** @description Division code of 6, 9 or 12 digits. */
            place?: string | null;
        };
        /** @description Something that nobody has said and on which the result depends. */
        CalculatorLacking: {
            en: string;
            /** @description Which member, from 0; none for the household. */
            member?: number | null;
            zh: string;
        };
        /** @description An answer that may be chosen. */
        CalculatorOption: {
            en: string;
            /** @description What is sent. */
            value: string;
            zh: string;
        };
        /** @description What one might get. It binds nobody: the office decides after a visit. */
        CalculatorOutcome: {
            /** Format: date */
            on: string;
            place: components["schemas"]["PolicyPlace"];
            /** @description The release whose rules it used. */
            release: string;
            /** @description What is likely first, then what is open, then what is not. */
            results: components["schemas"]["CalculatorResult"][];
        };
        /** @description A question. */
        CalculatorQuestion: {
            /** @description choice or number. */
            answer: string;
            en: string;
            /** @description The fact that the answer states: the key of the answer. */
            fact: string;
            help?: components["schemas"]["CalculatorWords"] | null;
            /** @description household or person. */
            of: string;
            options: components["schemas"]["CalculatorOption"][];
            /** @description Unit of a number. */
            unit: string;
            /** @description All of these must hold, or it is not asked. */
            when: components["schemas"]["CalculatorWhen"][];
            zh: string;
        };
        /** @description What came out of one programme. */
        CalculatorResult: {
            /** @description The clauses. */
            cites: string[];
            /** @description What it is, in plain words. */
            concept: string;
            en: string;
            key: string;
            /** @description What to bring. */
            materials: string[];
            /** @description The members concerned, from 0. */
            members: number[];
            missing: components["schemas"]["CalculatorLacking"][];
            /** @description 元/月, where it can be said. */
            monthly?: string | null;
            /** @description Where to go. */
            office: string;
            /** @description 元, paid once. */
            once?: string | null;
            /** @description likely: the conditions are met by the answers; open: something is missing; no. */
            outcome: string;
            /** @description Whether it pays money itself; else it is recognised, or another department decides. */
            pays: boolean;
            /** @description How it goes. */
            procedure: string[];
            reasons: components["schemas"]["CalculatorWords"][];
            /** @description The department that decides it, where civil affairs does not. */
            refer_to?: string | null;
            zh: string;
        };
        /** @description What an earlier answer about the same subject must be. */
        CalculatorWhen: {
            fact: string;
            /** @description One of these, where any are named. */
            is: string[];
            /**
             * Format: int64
             * @description At most this number.
             */
            max?: number | null;
            /**
             * Format: int64
             * @description At least this number.
             */
            min?: number | null;
        };
        /** @description Words in both languages. */
        CalculatorWords: {
            en: string;
            zh: string;
        };
        /** @description A cancellation. */
        Cancellation: {
            /** @description Why. */
            reason: string;
        };
        /**
         * @description In which capacity somebody is queried.
         * @enum {string}
         */
        Capacity: "applicant" | "member" | "supporter";
        /** @description A case with everything that its page shows. */
        Case: {
            /** @description What may be done. */
            actions: components["schemas"]["CaseAction"][];
            /** @description What the rules say about the family today. */
            assessment: components["schemas"]["CaseAssessed"][];
            came_from?: components["schemas"]["LinkedCase"] | null;
            /** @description The documents of the rule set. */
            cite: string;
            /** @description Time limits: totals first. */
            deadlines: components["schemas"]["CaseDeadline"][];
            /** @description Where. */
            division: Record<string, never>;
            /** @description Documents that were due, in order. */
            documents: string[];
            /** @description English name. */
            en: string;
            /** @description What may be done wherever the case stands: ways out, more time, a clock that stands. */
            extras: components["schemas"]["CaseExtra"][];
            /** @description Facts stated in the case and looked up, by name. */
            facts: Record<string, never>;
            /** @description Forms that were handed in, the last word of each. */
            filed: components["schemas"]["CaseFiledForm"][];
            /** @description Pictures and PDFs. */
            files: components["schemas"]["CaseFile"][];
            /** @description Procedures that may follow. */
            follows: string[];
            /** @description Forms of the open steps. */
            forms: components["schemas"]["CaseFormNeed"][];
            /**
             * Format: uuid
             * @description The household.
             */
            household: string;
            /**
             * Format: date
             * @description The last day as of which the asker's office may open the household's file, where it has
             *     moved away.
             */
            household_as_of?: string | null;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description The worst lamp of what still runs. */
            lamp: string;
            /** @description The cases that this one led to. */
            led_to: components["schemas"]["LinkedCase"][];
            /** @description What is to be seen before deciding. */
            notes: components["schemas"]["CaseNote"][];
            /** @description Receipt number; none before acceptance. */
            number?: string | null;
            /** @description Papers: those of the open steps, and those of which something was said. */
            papers: components["schemas"]["CasePaper"][];
            /** @description The people. */
            parties: components["schemas"]["CaseParty"][];
            posting?: components["schemas"]["CasePosting"] | null;
            /** @description Key of the procedure. */
            procedure: string;
            /** @description Key of the programme. */
            programme: string;
            /** @description What was decided. */
            result?: string | null;
            /** @description The road. */
            road: components["schemas"]["CaseStop"][];
            /** @description The rule set that it keeps: RS2012, RS2021, RS2022, RS2026. */
            rules: string;
            /**
             * Format: int32
             * @description How many events the case has; send it with the next act as `seen`.
             */
            seen: number;
            /** @description Where steps are signed. */
            slots: components["schemas"]["CaseSlot"][];
            /** @description open or closed. */
            status: string;
            /** @description Where the household moves to, in the case of a move. */
            to?: Record<string, never> | null;
            /** @description Name of the procedure. */
            zh: string;
        };
        /** @description An outcome of an open step. */
        CaseAction: {
            /** @description Whether this officer may take it now, once reason and facts are given. */
            allowed: boolean;
            /** @description Facts that must be stated, with what is known or proposed of each. */
            asks: components["schemas"]["CaseAsk"][];
            /** @description The clause. */
            cite: string;
            /** @description Stable code of the reason, `flow.…`. */
            code?: string | null;
            /** @description English name. */
            en: string;
            /** @description It needs no forms, papers and signatures of the step. */
            light: boolean;
            /** @description The outcome. */
            outcome: string;
            /** @description A reason must be given. */
            reason: boolean;
            /** @description The step. */
            step: string;
            /** @description Why not, in English. */
            why_en?: string | null;
            /** @description Why not, in Chinese. */
            why_zh?: string | null;
            /** @description Name. */
            zh: string;
        };
        /** @description An act as clients send it. */
        CaseActRequest: {
            /**
             * @description What is to be done: `{"act": "finish", "step": …, "outcome": …, "reason": …, "facts": …}`,
             *     `{"act": "paper" | "post" | "object" | "take_down" | "extend" | "pause" | "resume" |
             *     "leave" | "hand_over", …}`.
             */
            act: Record<string, never>;
            /**
             * Format: int32
             * @description How many events of the case the author had seen; a case that went on meanwhile refuses.
             */
            seen: number;
        };
        /** @description A fact that an outcome asks for. */
        CaseAsk: {
            /** @description English name. */
            en: string;
            /** @description date, money, number, boolean, code or text. */
            kind: string;
            /** @description Its name, in the words of the documents. */
            name: string;
            /** @description Nobody has stated it: the value is a proposal, to be looked at. */
            proposed: boolean;
            /** @description 元/月, 月 and the like; empty for plain counts and what is no quantity. */
            unit: string;
            /**
             * @description What stands in the step's forms, else what the procedure's text proposes, else what an
             *     earlier step said or the register knows.
             */
            value?: Record<string, never> | null;
            /** @description The values of a code. */
            values: string[];
        };
        /** @description What the rules say about one programme for the household or one member. */
        CaseAssessed: {
            /** @description The clauses. */
            cites: string[];
            /** @description Why, in English. */
            en: string[];
            /** @description Facts that nobody has given, by whose they are: the household's first. */
            missing: components["schemas"]["CaseLacking"][];
            /** @description 元/月 */
            monthly?: string | null;
            /** @description 元 */
            once?: string | null;
            /**
             * Format: uuid
             * @description The member; none for the household.
             */
            person?: string | null;
            /** @description Key of the programme. */
            programme: string;
            /** @description 符合, 不符合, 未知, 不适用, 让位. */
            verdict: string;
            /** @description Why, in Chinese. */
            zh: string[];
        };
        /** @description One opinion on many cases. */
        CaseBatch: {
            /** @description The cases, at most 50. */
            cases: components["schemas"]["CaseBatchItem"][];
            /** @description Only look what would be refused, with what is proposed put in; nothing is done. */
            check?: boolean;
            /**
             * @description What stands in the forms of the step, the same for all, by form and field. It is handed in
             *     where a case lacks the form, with what is known of the case put in.
             */
            forms?: Record<string, never>;
            /** @description The outcome to take. */
            outcome: string;
            /** @description The opinion, where the outcome asks for a reason. */
            reason?: string | null;
            /** @description The step at which all of them stand. */
            step: string;
        };
        /** @description What came of a batch. */
        CaseBatchAnswer: {
            /**
             * Format: int32
             * @description Cases that went on, or would.
             */
            done: number;
            /**
             * Format: int32
             * @description Cases that stayed where they were.
             */
            refused: number;
            /** @description Case by case, in the order of the request. */
            results: components["schemas"]["CaseBatchResult"][];
        };
        /** @description A form that a case lacks. */
        CaseBatchForm: {
            /**
             * @description Pointers of the fields that it asks for only because of what stands in others, as the form
             *     of this case would be handed in.
             */
            asked: string[];
            /** @description English name. */
            en: string;
            /** @description Key. */
            form: string;
            /** @description Name. */
            zh: string;
        };
        /** @description A case of the batch. */
        CaseBatchItem: {
            /**
             * Format: uuid
             * @description The case.
             */
            case: string;
            /** @description Facts that the outcome asks for, of this case. */
            facts?: Record<string, never>;
            /**
             * Format: int32
             * @description How many of its events the officer had seen.
             */
            seen: number;
        };
        /** @description What came of one case. */
        CaseBatchResult: {
            /** @description Facts that the outcome asks for, with what is known or proposed of each. */
            asks: components["schemas"]["CaseAsk"][];
            /**
             * Format: uuid
             * @description The case.
             */
            case: string;
            /** @description Stable code of the refusal. */
            code?: string | null;
            /** @description Whether it went on, or would. */
            done: boolean;
            /** @description Why not, in English. */
            en?: string | null;
            /** @description Forms of the step that the case lacks and that can be filled in for all. */
            forms: components["schemas"]["CaseBatchForm"][];
            /** @description What it lacks. */
            missing: string[];
            /** @description Its receipt number. */
            number?: string | null;
            /** @description Why not, in Chinese. */
            zh?: string | null;
        };
        /** @description The case that began. */
        CaseBegun: {
            /**
             * Format: uuid
             * @description The case.
             */
            case: string;
            /**
             * Format: uuid
             * @description The household.
             */
            household: string;
        };
        /** @description Somebody of the case who may be queried. */
        CaseConsent: {
            /** @description As what. */
            capacity: components["schemas"]["Capacity"];
            consent?: components["schemas"]["Consent"] | null;
            /** @description The name. */
            name: string;
            /** @description Whether there is an identity number to query by. */
            numbered: boolean;
            /**
             * Format: uuid
             * @description The person.
             */
            person: string;
            /** @description Whether the person may be queried today. */
            state: components["schemas"]["ConsentState"];
        };
        /** @description A time limit. */
        CaseDeadline: {
            /** @description The clause. */
            cite: string;
            /**
             * Format: date
             * @description Its last day; none while the clock stands.
             */
            due?: string | null;
            /** @description English name. */
            en: string;
            /** @description Key. */
            key: string;
            /** @description green, yellow or red. */
            lamp: string;
            /**
             * Format: int64
             * @description Days left, below nought when it has passed.
             */
            left?: number | null;
            /**
             * Format: date
             * @description The day it was met.
             */
            met?: string | null;
            /** @description The step, where it is a step's. */
            step?: string | null;
            /** @description working_days or days. */
            unit: string;
            /** @description Name. */
            zh: string;
        };
        /** @description One thing that happened. */
        CaseEvent: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            by?: components["schemas"]["UserRef"] | null;
            /** @description What, in English. */
            en: string;
            /** @description The reason or opinion given. */
            reason?: string | null;
            /**
             * Format: int32
             * @description Its number in the case.
             */
            seq: number;
            /** @description What, in Chinese. */
            zh: string;
        };
        /** @description Something that may be done wherever the case stands. */
        CaseExtra: {
            /** @description leave, extend, pause or resume. */
            act: string;
            /** @description Whether this officer may do it now. */
            allowed: boolean;
            /** @description The clause. */
            cite: string;
            /** @description English name. */
            en: string;
            /** @description Key of the way out, extension or pause; empty for resume. */
            key: string;
            /** @description A reason must be given. */
            reason: boolean;
            /** @description Why not, in English. */
            why_en?: string | null;
            /** @description Why not, in Chinese. */
            why_zh?: string | null;
            /** @description Name. */
            zh: string;
        };
        /** @description A file of the case. */
        CaseFile: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who put it in. */
            by: components["schemas"]["UserRef"];
            /**
             * Format: uuid
             * @description Key; its content is under `/files/{id}`.
             */
            file: string;
            /** @description Media type. */
            media: string;
            /** @description The paper that it shows. */
            paper?: string | null;
            /** @description paper, photo or signature. */
            purpose: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /** @description Whose. */
            subject?: string | null;
        };
        /** @description A form that was handed in. */
        CaseFiledForm: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who handed it in. */
            by: components["schemas"]["UserRef"];
            /** @description English name. */
            en: string;
            /** @description Key. */
            form: string;
            /** @description The step. */
            step: string;
            /** @description The person it is about. */
            subject?: string | null;
            /** @description How often it was handed in, corrections included. */
            times: number;
            /** @description Name. */
            zh: string;
        };
        /** @description A form that an open step needs. */
        CaseFormNeed: {
            /** @description English name. */
            en: string;
            /** @description Whether it is filed. */
            filed: boolean;
            /** @description Key of the form. */
            form: string;
            /** @description Whether this officer may fill it in now. */
            may: boolean;
            /** @description The step. */
            step: string;
            /** @description The person, where it is needed for each. */
            subject?: string | null;
            /** @description Name. */
            zh: string;
        };
        /** @description How many passed one of the four. */
        CaseGate: {
            /** @description How many did. */
            done: number;
            /** @description How many had to, by the procedure of their day. */
            due: number;
            /** @description Which. */
            kind: components["schemas"]["CaseGateKind"];
            /** @description Those that did not, at most 200. */
            left: components["schemas"]["CaseLeft"][];
        };
        /**
         * @description One of the four.
         * @enum {string}
         */
        CaseGateKind: "verification" | "survey" | "appraisal" | "publicity";
        /** @description The four counters. */
        CaseGates: {
            /** @description Applications accepted in the period and decided. */
            decided: number;
            /**
             * Format: date
             * @description First day of acceptance.
             */
            from: string;
            /** @description The four. */
            gates: components["schemas"]["CaseGate"][];
            /**
             * Format: date
             * @description Last day.
             */
            to: string;
        };
        /** @description What was handed over. */
        CaseHandedOver: {
            /**
             * Format: int32
             * @description Cases concerned.
             */
            cases: number;
            /**
             * Format: int32
             * @description Steps that the officer may not act at, and that stayed where they were.
             */
            left: number;
            /**
             * Format: int32
             * @description Steps that are in the officer's hands now.
             */
            steps: number;
        };
        /** @description Whose work goes to whom. */
        CaseHandOver: {
            /** @description Some cases only; their open steps are put into the officer's hands. */
            cases?: string[];
            /**
             * Format: uuid
             * @description The officer in whose hands steps are; with `cases` it may be left out.
             */
            from?: string | null;
            /** @description Why. */
            reason: string;
            /**
             * Format: uuid
             * @description The officer who is to act now.
             */
            to: string;
        };
        /** @description What nobody has said about somebody, or about the household. */
        CaseLacking: {
            /** @description Names of the facts. */
            facts: string[];
            /**
             * Format: uuid
             * @description The member; none for the household.
             */
            person?: string | null;
        };
        /** @description How many cases burn which lamp. */
        CaseLamps: {
            /**
             * Format: int64
             * @description Time enough, or no limit.
             */
            green: number;
            /**
             * Format: int64
             * @description No time left, or too late.
             */
            red: number;
            /**
             * Format: int64
             * @description Little time left.
             */
            yellow: number;
        };
        /** @description A case that did not pass a gate. */
        CaseLeft: {
            /**
             * Format: date
             * @description The day it was accepted.
             */
            accepted_on?: string | null;
            /** @description Where. */
            division: Record<string, never>;
            /**
             * Format: uuid
             * @description The case.
             */
            id: string;
            /** @description Its number. */
            number?: string | null;
            /** @description Key of the programme. */
            programme: string;
        };
        /** @description A document of the case: one that is due, and the letter where it was made. */
        CaseLetter: {
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
            by?: components["schemas"]["UserRef"] | null;
            /** @description Its copies. */
            copies: components["schemas"]["LetterCopy"][];
            /** @description Key of the document. */
            document: string;
            /** @description English name. */
            en: string;
            /**
             * Format: uuid
             * @description The letter; none where it was not made yet.
             */
            letter?: string | null;
            /** @description Its number. */
            number?: string | null;
            /** @description Name. */
            zh: string;
        };
        /** @description The limit of a case that ends next. */
        CaseNextLimit: {
            /**
             * Format: date
             * @description Its last day.
             */
            due: string;
            /** @description English name. */
            en: string;
            /**
             * Format: int64
             * @description Days left at the end of today, below nought when it has passed; unknown where the table
             *     of working days does not reach there.
             */
            left?: number | null;
            /** @description working_days or days. */
            unit: string;
            /** @description Name. */
            zh: string;
        };
        /** @description A remark on a case. */
        CaseNote: {
            /** @description In English. */
            en: string;
            /** @description Whether it stands in the way of what was asked for, or is to be kept in mind. */
            grave: boolean;
            /** @description split, again, death, head or relative. */
            kind: string;
            /** @description In Chinese. */
            zh: string;
        };
        /** @description A paper of the case as it stands. */
        CasePaper: {
            /** @description The clause. */
            cite: string;
            /** @description English name. */
            en: string;
            /** @description It may be handed in later. */
            later: boolean;
            /**
             * Format: date
             * @description Since when it stands so.
             */
            on?: string | null;
            /** @description Key. */
            paper: string;
            /** @description given, promised or waived; none where nothing has been said. */
            state?: string | null;
            /** @description The person, where it is needed for each. */
            subject?: string | null;
            /** @description Name. */
            zh: string;
        };
        /** @description Somebody of the case. */
        CaseParty: {
            /** @description applicant, member, supporter, agent or guardian. */
            capacity: string;
            /** @description The name. */
            name: string;
            /** @description The person. */
            person: string;
        };
        /** @description A list that is to be put up, or hangs. */
        CasePosting: {
            /** @description The clause. */
            cite: string;
            /**
             * Format: int32
             * @description Calendar days; the day after it was put up is the first.
             */
            days: number;
            /**
             * Format: date
             * @description Day on which it was taken down.
             */
            down?: string | null;
            /** @description English name. */
            en: string;
            /** @description Whether this officer may record an objection, or take it down before its time. */
            may_change: boolean;
            /** @description Whether this officer may say today that it was put up. */
            may_post: boolean;
            /**
             * Format: date
             * @description Day of the first objection.
             */
            objected?: string | null;
            /**
             * Format: date
             * @description Since when it hangs; none while it is still to be put up.
             */
            on?: string | null;
            /** @description A picture has to prove that it hangs. */
            photo: boolean;
            /** @description Where it has to hang: village or township. */
            place: string;
            /**
             * Format: uuid
             * @description The picture, a file of the case.
             */
            proof?: string | null;
            /** @description What it may show, and nothing else. */
            shows: string[];
            /** @description The step. */
            step: string;
            /**
             * Format: date
             * @description Its last day.
             */
            until?: string | null;
            /** @description Name. */
            zh: string;
        };
        /** @description How far a case has come. */
        CaseProgress: {
            /**
             * Format: date
             * @description The day of acceptance.
             */
            accepted_on?: string | null;
            /**
             * Format: date
             * @description The day by which a decision is due.
             */
            due?: string | null;
            /** @description English name. */
            en: string;
            /** @description The receipt number of the case. */
            number?: string | null;
            /** @description What came of it: granted, refused … */
            result?: string | null;
            /** @description The road. */
            road: components["schemas"]["ProgressStop"][];
            /** @description Name of the procedure. */
            zh: string;
        };
        /** @description A case in a list. */
        CaseRow: {
            /**
             * Format: date
             * @description Day of acceptance.
             */
            accepted_on?: string | null;
            /** @description Name of the applicant. */
            applicant: string;
            /** @description Where. */
            division: Record<string, never>;
            /**
             * Format: date
             * @description The first day on which a running limit ends.
             */
            due?: string | null;
            /** @description English name of the procedure. */
            en: string;
            /**
             * Format: uuid
             * @description The household.
             */
            household: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description The worst lamp of what still runs. */
            lamp: string;
            next?: components["schemas"]["CaseNextLimit"] | null;
            /** @description Receipt number; none before acceptance. */
            number?: string | null;
            /**
             * Format: date-time
             * @description When it was opened.
             */
            opened_at: string;
            /** @description Key of the procedure. */
            procedure: string;
            /** @description Key of the programme. */
            programme: string;
            /** @description What was decided. */
            result?: string | null;
            /**
             * Format: int32
             * @description How many events it has; send it with an act as `seen`.
             */
            seen: number;
            /** @description open or closed. */
            status: string;
            /** @description Keys of the open steps. */
            steps: string[];
            /** @description A limit runs into a year whose working days are not published yet. */
            unknown_year: boolean;
            /** @description Who is to do what. */
            waits: components["schemas"]["CaseWait"][];
            /** @description Name of the procedure. */
            zh: string;
        };
        /** @description The act by which a step is to be done anew. */
        CaseSentBack: {
            by?: components["schemas"]["UserRef"] | null;
            /** @description The outcome, in English. */
            en: string;
            /** @description The reason that was given. */
            reason?: string | null;
            /** @description The outcome, in Chinese. */
            zh: string;
        };
        /** @description A signature that was given. */
        CaseSignature: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: uuid
             * @description The strokes; none where an officer signed by being signed in, or it was signed on paper.
             */
            file?: string | null;
            officer?: components["schemas"]["UserRef"] | null;
            /** @description The member of the family. */
            person?: string | null;
            /** @description In whose presence. */
            witness: components["schemas"]["UserRef"];
        };
        /** @description A place where a step is signed. */
        CaseSlot: {
            /** @description Digest of what is filed at the step; strokes are bound to it. */
            content: string;
            /**
             * Format: int32
             * @description How many sign.
             */
            count: number;
            /** @description English name. */
            en: string;
            /** @description Whether this officer may sign now, or let one of the family sign. */
            may_sign: boolean;
            /** @description Officers sign here; else the family. */
            officers: boolean;
            /** @description Those who have signed. */
            signed: components["schemas"]["CaseSignature"][];
            /** @description Key. */
            slot: string;
            /** @description The step. */
            step: string;
            /** @description Name. */
            zh: string;
        };
        /** @description One stop of the road. */
        CaseStop: {
            by?: components["schemas"]["UserRef"] | null;
            /** @description English name. */
            en: string;
            /**
             * Format: date-time
             * @description When it was finished last.
             */
            finished?: string | null;
            /**
             * Format: date-time
             * @description When it opened last.
             */
            opened?: string | null;
            /** @description With what, in English. */
            outcome_en?: string | null;
            /** @description With what, in Chinese. */
            outcome_zh?: string | null;
            /** @description done, passed, current, ahead or left. */
            place: string;
            /**
             * Format: int32
             * @description How often it opened.
             */
            round: number;
            sent_back?: components["schemas"]["CaseSentBack"] | null;
            /** @description Key of the step. */
            step: string;
            /** @description Name. */
            zh: string;
        };
        /** @description How the verification of a case stands. */
        CaseVerification: {
            /** @description Whether the procedure has to do with a verification. */
            applies: boolean;
            /** @description Whether everybody of the family may be queried today. */
            complete: boolean;
            /** @description Request, report and open findings. */
            gate: components["schemas"]["VerificationGate"];
            /** @description The people. */
            people: components["schemas"]["CaseConsent"][];
            /** @description Requests of one's own office, the last first. */
            requests: components["schemas"]["VerificationRequest"][];
            /** @description Whether the review waits for the report at this place and day. */
            required: boolean;
            /** @description Whether a step waits for the request or its report now. */
            waits: boolean;
        };
        /** @description An open step of a case in a list. */
        CaseWait: {
            /** @description English name. */
            en: string;
            handler?: components["schemas"]["UserRef"] | null;
            /** @description Roles that may act. */
            roles: string[];
            /**
             * Format: date
             * @description The day it opened.
             */
            since?: string | null;
            /** @description Key of the step. */
            step: string;
            /** @description Name. */
            zh: string;
        };
        /** @description The catalogue. */
        Catalogue: {
            items: components["schemas"]["Matter"][];
        };
        /** @description Households and persons, each once. */
        Cell: {
            /**
             * Format: int64
             * @description 户
             */
            households: number;
            /**
             * Format: int64
             * @description 人
             */
            persons: number;
        };
        /** @description One change. */
        ChangeAnswer: {
            /** @description 元 this month. */
            after: string;
            /** @description 元 last month. */
            before: string;
            /**
             * Format: uuid
             * @description The decision, where one changed the award.
             */
            decision_id?: string | null;
            /** @description Where. */
            division: components["schemas"]["DivisionRef"];
            /**
             * Format: uuid
             * @description In which household.
             */
            household_id: string;
            /** @description new, stopped, raised, lowered or moved. */
            kind: string;
            /** @description Whom. */
            person: components["schemas"]["PersonShown"];
            /** @description Why. */
            reason: string;
        };
        /** @description One changed award. */
        ChangeItem: {
            /**
             * Format: uuid
             * @description The award.
             */
            award_id: string;
            /** @description Facts that change; null takes one away. */
            facts?: {
                [key: string]: unknown;
            };
            /** @description All persons covered from the month on, in order; missing: as before. */
            members?: string[] | null;
            /** @description Why, where it differs from the reason of the whole. */
            reason?: string;
        };
        /**
         * @description Changes of awards of one programme from one month on. A month already paid
         *     is settled by arrears or recovery in the next roll.
         */
        ChangeRequest: {
            /**
             * @description First month of the change.
             * @example 2022-10
             */
            from_month: string;
            /** @description The awards. */
            items: components["schemas"]["ChangeItem"][];
            /** @description Key of the programme. */
            programme: string;
            /** @description Why. */
            reason: string;
        };
        /** @description How many persons changed against the month before. */
        Changes: {
            /**
             * Format: int64
             * @description Less than last month.
             */
            lowered: number;
            /**
             * Format: int64
             * @description The same amount elsewhere.
             */
            moved: number;
            /**
             * Format: int64
             * @description Not in the last roll.
             */
            new: number;
            /**
             * Format: int64
             * @description More than last month.
             */
            raised: number;
            /**
             * Format: int64
             * @description Not in this roll.
             */
            stopped: number;
        };
        /**
         * @description The state of a proposed account.
         * @enum {string}
         */
        ChangeStatus: "proposed" | "approved" | "rejected";
        /** @description A proposed account, masked. */
        ChangeView: {
            /** @description The last four digits. */
            account: string;
            bank: components["schemas"]["Named"];
            decided_by?: components["schemas"]["UserRef"] | null;
            division: components["schemas"]["DivisionRef"];
            holder: string;
            /** Format: uuid */
            household_id: string;
            /** Format: uuid */
            id: string;
            opinion?: string | null;
            person: components["schemas"]["PayeeView"];
            /** Format: date-time */
            proposed_at: string;
            proposed_by: components["schemas"]["UserRef"];
            reason: string;
            status: components["schemas"]["ChangeStatus"];
        };
        /** @description The checks of a place. */
        CheckList: {
            items: components["schemas"]["CheckView"][];
        };
        /** @description What a check said. */
        CheckReport: {
            /**
             * Format: int32
             * @description How many of them failed.
             */
            failed: number;
            /**
             * Format: int32
             * @description How many faults the texts have.
             */
            faults: number;
            /** @description Tests that a later document has overtaken, with the document; they are not run. */
            overtaken: string[];
            /** @description The first hundred faults and failures. */
            problems: components["schemas"]["ReleaseFault"][];
            /**
             * Format: int32
             * @description How many tests the texts carry.
             */
            tests: number;
        };
        /** @description A check. */
        CheckView: {
            check: components["schemas"]["Named"];
            /** @description The clause. */
            cite: string;
            /** @description The condition, as the pack says it. */
            formula: string;
            /** @description `person` or `household`. */
            of: string;
            purpose: components["schemas"]["Named"];
            /** @description `high`, `medium` or `low`. */
            severity: string;
            sources: components["schemas"]["Named"][];
            /** @description Whether its text was read. */
            verified: boolean;
        };
        /** @description Circumstances that came to be known. */
        Circumstances: {
            /** @description Facts of the household by vocabulary name; null takes a fact away. */
            household?: Record<string, never>;
            /** @description Facts of members by person and vocabulary name. */
            members?: Record<string, never>;
            /** @description Where they are known from. */
            reason: string;
            /**
             * Format: date
             * @description The day from which they hold.
             */
            valid_from: string;
        };
        /** @description A version of the household's circumstances. */
        CircumstanceView: {
            /** @description The facts. */
            facts: components["schemas"]["FactView"][];
            /** @description `subject/day/version`. */
            id: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            recorded_at: string;
            /** @description Where it comes from. */
            source: string;
            /**
             * Format: date
             * @description From which day it holds.
             */
            valid_from: string;
        };
        /** @description Who is signed in, as far as a screen over somebody's shoulder may know. */
        CitizenAccount: {
            /** @description The village or community. */
            division: components["schemas"]["DivisionRef"];
            /** @description The name. */
            name: string;
            /** @description The telephone, its middle hidden. */
            phone: string;
        };
        /** @description Number and code. */
        CitizenSignIn: {
            /** @description The six digits. */
            code: string;
            /** @description 公民身份号码. */
            id_number: string;
        };
        /** @description How much, and on what paper. */
        ClaimAmount: {
            /**
             * @description 元
             * @example 417.00
             */
            amount: string;
            /** @description Number of the receipt or treasury voucher. */
            reason: string;
        };
        /** @description One recovery. */
        ClaimAnswer: {
            /** @description 元 */
            amount: string;
            /** @description Paid back so far. */
            collected: string;
            /** @description Where. */
            division: components["schemas"]["DivisionRef"];
            /** @description The month that was paid too much. */
            for_month: string;
            /** @description Handed to the treasury so far. */
            handed: string;
            /**
             * Format: uuid
             * @description In which household.
             */
            household_id: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description The month whose roll recovers. */
            month: string;
            /** @description Number of the sheet. */
            number: string;
            /** @description From whom. */
            person: components["schemas"]["PersonShown"];
            /** @description Key of the programme. */
            programme: string;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /** @description An answer to clues. */
        ClueAnswer: {
            /** @description yes (查是) or no (查否). */
            answer: string;
            /** @description The conclusion, of the pack's list for that answer. */
            conclusion: string;
            /** @description What was looked at and why it is so. */
            reason: string;
            which: components["schemas"]["Selection"];
        };
        /** @description A clue opened. */
        ClueDetail: {
            clue: components["schemas"]["ClueView"];
            evidence: components["schemas"]["EvidenceView"][];
            rectification?: components["schemas"]["RectificationView"] | null;
        };
        /** @description What clues may be narrowed to. */
        ClueFilter: {
            /**
             * @description yes or no.
             * @default null
             */
            answer?: string | null;
            /**
             * @description Key of the check.
             * @default null
             */
            check?: string | null;
            /**
             * @description The department whose data it rests on.
             * @default null
             */
            department?: string | null;
            /**
             * @description A division within the officer's area.
             * @default null
             */
            division?: string | null;
            /**
             * @description Kind of problem.
             * @default null
             */
            kind?: string | null;
            /**
             * @description Only those that the officer is in charge of.
             * @default null
             */
            mine?: boolean | null;
            /**
             * @description Whether it is late.
             * @default null
             */
            overdue?: boolean | null;
            /**
             * @description The beginning of a number, or a name.
             * @default null
             */
            q?: string | null;
            /**
             * Format: uuid
             * @description What was read back with one file.
             * @default null
             */
            read_back?: string | null;
            /**
             * Format: uuid
             * @description The run.
             * @default null
             */
            run?: string | null;
            /**
             * @description new, assigned, answered, closed; or open for all that are not closed.
             * @default null
             */
            status?: string | null;
        };
        /** @description The board. */
        ClueTotals: {
            by: string;
            rows: components["schemas"]["TotalsRow"][];
            /** @description The sum, counted by itself over all clues. */
            total: components["schemas"]["Tally"];
        };
        /** @description A clue as lists show it. */
        ClueView: {
            /** @description yes (查是) or no (查否). */
            answer?: string | null;
            answered_at?: string | null;
            answered_by?: components["schemas"]["UserRef"] | null;
            /**
             * Format: date
             * @description Day of the data.
             */
            as_of?: string | null;
            /** @description The check that found it. */
            check: components["schemas"]["Named"];
            /** @description The clause that makes it a clue. */
            cite: string;
            conclusion?: components["schemas"]["Named"] | null;
            decided_at?: string | null;
            decided_by?: components["schemas"]["UserRef"] | null;
            /** @description Whose data it rests on. */
            department: string;
            division: components["schemas"]["DivisionRef"];
            /** Format: date */
            due?: string | null;
            en: string;
            handler?: components["schemas"]["UserRef"] | null;
            /** Format: uuid */
            household_id?: string | null;
            /** Format: uuid */
            id: string;
            /** @description Masked. */
            id_number?: string | null;
            /** @description What it is about, as reports name it. */
            kind: components["schemas"]["Named"];
            lamp: components["schemas"]["Lamp"];
            name: string;
            /** @description Public number. */
            number: string;
            office?: components["schemas"]["DivisionRef"] | null;
            opinion?: string | null;
            /** Format: uuid */
            person_id?: string | null;
            reason?: string | null;
            /** Format: uuid */
            run_id: string;
            /** @description high, medium or low. */
            severity: string;
            /** @description new, assigned, answered or closed. */
            status: components["schemas"]["Named"];
            /** Format: int32 */
            version: number;
            zh: string;
        };
        /** @description The code, for the officer who hands it over. */
        CodeHanded: {
            code: string;
            /**
             * Format: int64
             * @description For how long it counts.
             */
            minutes: number;
        };
        /** @description That a code is on its way, if everything fits. */
        CodeSent: {
            /**
             * Format: int64
             * @description For how long it counts.
             */
            minutes: number;
        };
        /** @description A member of staff with the organisation and the roles held on a day. */
        Colleague: {
            /** @description The area of the organisation. */
            division: string;
            /**
             * Format: uuid
             * @description The user's key.
             */
            id: string;
            /** @description The name as colleagues know it. */
            name: string;
            /** @description Name of the organisation. */
            organisation: string;
            /** @description Keys of the roles. */
            roles: string[];
        };
        /** @description A column of a file. */
        ColumnView: {
            /** @description The file's key. */
            file: string;
            /** @description What to write. */
            note?: string | null;
            /** @description Rows without it are wrong. */
            required: boolean;
            /** @description The other spellings. */
            synonyms: string[];
            /** @description Its title; other spellings are understood too. */
            title: string;
        };
        /** @description A delivery that was compared. */
        ComparedSource: {
            /**
             * Format: date
             * @description Day of the data.
             */
            as_of?: string | null;
            department: string;
            /**
             * Format: int64
             * @description Rows of the delivery.
             */
            records: number;
            /**
             * Format: int64
             * @description Rows that could not be used.
             */
            rejected: number;
            source: components["schemas"]["Named"];
        };
        /** @description The word of the second person. */
        Confirmation: {
            /** @description The opinion. */
            opinion: string;
            which: components["schemas"]["Selection"];
        };
        /** @description A consent on record. */
        Consent: {
            /** @description False where a supporter said no. */
            agreed: boolean;
            /** @description As what. */
            capacity: components["schemas"]["Capacity"];
            /**
             * Format: uuid
             * @description The case it was given in.
             */
            case: string;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Who signed for somebody who cannot. */
            guardian?: string | null;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description What may be queried, in the words of the form. */
            items: string[];
            /**
             * Format: uuid
             * @description Who consents.
             */
            person: string;
            /** @description The programme of the case. */
            programme: string;
            /** @description For what. */
            purpose: components["schemas"]["ConsentPurpose"];
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            recorded_at: string;
            /** @description The paper it stands on: the form with its digest, or a signed paper. */
            source: string;
            /**
             * Format: date
             * @description Last day; none: until the matter ends.
             */
            to?: string | null;
            /**
             * Format: int32
             * @description Version, for a withdrawal.
             */
            version: number;
            /**
             * Format: date
             * @description The day it was withdrawn.
             */
            withdrawn_on?: string | null;
        };
        /**
         * @description What a consent was given for, in the words of the form.
         * @enum {string}
         */
        ConsentPurpose: "application" | "in_benefit" | "both";
        /**
         * @description Whether somebody may be queried.
         * @enum {string}
         */
        ConsentState: "valid" | "missing" | "refused" | "withdrawn" | "not_yet" | "expired" | "other_purpose" | "guardian";
        /** @description A person after a correction. */
        Corrected: {
            /** Format: uuid */
            id: string;
            /** @description Masked. */
            id_number?: string | null;
            name: string;
        };
        /** @description What is put right; what is left out stays. */
        Correction: {
            /** @description The identity number (GB 11643). */
            id_number?: string | null;
            /** @description The name as the identity card has it. */
            name?: string | null;
            /** @description Telephone; empty takes it away. */
            phone?: string | null;
            /** @description What shows that it was wrong. */
            reason: string;
        };
        /** @description 笔 and 元. */
        Counted: {
            /** @description 元 */
            amount: string;
            /**
             * Format: int64
             * @description 笔
             */
            count: number;
        };
        /** @description What a decision concerns. */
        Counts: {
            /**
             * @description 元: a month's amount as the source prints it, or the sums paid once.
             * @example 1317.00
             */
            amount: string;
            /**
             * Format: int64
             * @description Awards or grants.
             */
            awards: number;
            /**
             * Format: int64
             * @description 户
             */
            households: number;
            /**
             * Format: int64
             * @description 人
             */
            persons: number;
        };
        /** @description A new user with the password to hand over, which is shown this once. */
        CreatedUser: {
            /** @description To be changed at the first sign-in. */
            initial_password: string;
            /** @description The user. */
            user: components["schemas"]["User"];
        };
        /** @description Name and password. */
        Credentials: {
            login: string;
            password: string;
        };
        /** @description The cross-table. */
        CrossTable: {
            columns: components["schemas"]["TableColumn"][];
            rows: components["schemas"]["TableRow"][];
            /** @description All kinds together, households and persons once. */
            total: components["schemas"]["TableRow"];
        };
        /** @description A decision. */
        DecisionAnswer: {
            /**
             * Format: date-time
             * @description When.
             */
            approved_at?: string | null;
            approved_by?: components["schemas"]["UserRef"] | null;
            /** @description What it concerns. */
            counts: components["schemas"]["Counts"];
            /** @description Where it was proposed. */
            division: components["schemas"]["DivisionRef"];
            /**
             * @description First month of the effect.
             * @example 2022-10
             */
            effective_month: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /**
             * Format: uuid
             * @description The import of an opening decision.
             */
            import_id?: string | null;
            /**
             * Format: uuid
             * @description The job that writes a large decision, right after its approval.
             */
            job?: string | null;
            /** @description opening, start, change, grace, stop or one_off. */
            kind: components["schemas"]["Named"];
            /** @description Public number, allotted at approval. */
            number?: string | null;
            /** @description What the second person said. */
            opinion?: string | null;
            /** @description The programme. */
            programme: components["schemas"]["Named"];
            /**
             * Format: date-time
             * @description When.
             */
            proposed_at: string;
            /** @description The first person. */
            proposed_by: components["schemas"]["UserRef"];
            /** @description Why. */
            reason: string;
            /** @description proposed, applying, approved or rejected. */
            status: string;
        };
        /** @description A decision with its items. */
        DecisionDetail: components["schemas"]["DecisionAnswer"] & {
            /** @description Its items, at most 500; opening decisions have none, their roster is the import's. */
            items: components["schemas"]["ItemAnswer"][];
            release?: components["schemas"]["DecisionRelease"] | null;
        };
        /** @description The release of the policy pack by which a decision was proposed. */
        DecisionRelease: {
            /** @description SM3 digest of its texts. */
            digest: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description Its version. */
            version: string;
        };
        /** @description A delegation of the power to confirm. */
        Delegation: {
            /** @description The township, or the area with all its townships. */
            division: Record<string, never>;
            /** @description The document. */
            document: string;
            /** @description Its English name. */
            en: string;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Key of the programme. */
            programme: string;
            /** @description `ahead`, `running` or `over`. */
            state: string;
            /**
             * Format: date
             * @description Last day; none while it is open.
             */
            to?: string | null;
            /** @description Its name. */
            zh: string;
        };
        /** @description A delivery. */
        Delivery: {
            /**
             * Format: date
             * @description The day of its data.
             */
            as_of: string;
            /** @description The fields of the source and the columns they stand in. */
            columns: components["schemas"]["DeliveryColumn"][];
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
            /** @description Who uploaded it. */
            created_by: components["schemas"]["UserRef"];
            /** @description SM3 digest of the kept file, by which it is called. */
            digest?: string | null;
            /** @description For which area it came. */
            division: components["schemas"]["DivisionRef"];
            /** @description The file's name. */
            file_name: string;
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /**
             * Format: uuid
             * @description The job that takes it in.
             */
            job?: string | null;
            /** @description Whether it completes the past although a later one is in force. */
            keep_older: boolean;
            /**
             * Format: date-time
             * @description Since when it is kept.
             */
            kept_at?: string | null;
            /** @description The same in English. */
            problem_en?: string | null;
            /** @description Why it could not be taken in, in Chinese. */
            problem_zh?: string | null;
            rows?: components["schemas"]["DeliveryRows"] | null;
            /** @description Its source. */
            source: components["schemas"]["Named"];
            /** @description Where it stands. */
            status: components["schemas"]["DeliveryStatus"];
            /** @description The titles of the file. */
            titles: string[];
            /**
             * Format: int32
             * @description The version.
             */
            version: number;
        };
        /** @description The sources of a place. */
        DeliveryCalendar: {
            items: components["schemas"]["SourceDue"][];
            late: number;
            missing: number;
        };
        /** @description A field of a source and the column it was found in. */
        DeliveryColumn: {
            /** @description In English. */
            en: string;
            /** @description `person`, `name`, or the field's name. */
            key: string;
            /** @description Whether the source is of no use without it. */
            required: boolean;
            /** @description Whether it is shown only where the purpose needs it. */
            sensitive: boolean;
            /** @description Whether it tells people apart where a list has no identity numbers. */
            tells: boolean;
            /** @description The title of the column it stands in; none where there is none. */
            title?: string | null;
            /** @description In Chinese. */
            zh: string;
        };
        /** @description What became of a delivery's rows. */
        DeliveryRows: {
            /** @description The encoding that was found. */
            encoding: string;
            /** @description Cells left out, by field. */
            fields: components["schemas"]["RejectCount"][];
            /**
             * Format: int64
             * @description Rows kept.
             */
            kept: number;
            /**
             * Format: int64
             * @description Cells left out of rows that were kept.
             */
            left_out: number;
            /**
             * Format: int64
             * @description Rows read.
             */
            read: number;
            /** @description Rejected rows by reason. */
            reasons: components["schemas"]["RejectCount"][];
            /**
             * Format: int64
             * @description Rows rejected.
             */
            rejected: number;
        };
        /**
         * @description Where a delivery stands.
         * @enum {string}
         */
        DeliveryStatus: "uploaded" | "reading" | "ready" | "failed" | "discarded";
        /** @description A time of standing in. */
        Deputy: {
            /** @description Who is away. */
            absent: components["schemas"]["UserRef"];
            /** @description Who stands in. */
            deputy: components["schemas"]["UserRef"];
            /** @description The area of whoever is away. */
            division: string;
            /**
             * Format: date
             * @description The day it was ended before its time.
             */
            ended_on?: string | null;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description Who wrote it down. */
            made_by: components["schemas"]["UserRef"];
            /** @description Why. */
            reason: string;
            /**
             * Format: date
             * @description Last day.
             */
            to: string;
            /**
             * Format: int32
             * @description For `If-Match`.
             */
            version: number;
        };
        /** @description What differences may be narrowed to. */
        DifferenceFilter: {
            /**
             * @description A division within the officer's area.
             * @default null
             */
            division?: string | null;
            /**
             * @description only_here, only_there, conflict, no_number or repeated.
             * @default null
             */
            kind?: string | null;
            /**
             * @description The kind of the list, such as 脱贫不稳定.
             * @default null
             */
            list?: string | null;
            /**
             * @description Only those that the officer handles.
             * @default null
             */
            mine?: boolean | null;
            /**
             * @description open or handled.
             * @default null
             */
            status?: string | null;
        };
        /** @description Differences of one kind. */
        DifferenceTally: {
            /**
             * Format: int64
             * @description With a word of the other side.
             */
            answered: number;
            /** Format: int64 */
            differences: number;
            /** Format: int64 */
            handled: number;
            /** @description only_here, only_there, conflict, no_number or repeated. */
            kind: string;
            /** Format: int64 */
            open: number;
        };
        /** @description A difference as clients see it. */
        DifferenceView: {
            division: components["schemas"]["DivisionRef"];
            /** Format: date */
            due?: string | null;
            /** @description The field that differs. */
            field: string;
            handled_at?: string | null;
            handled_by?: components["schemas"]["UserRef"] | null;
            handler?: components["schemas"]["UserRef"] | null;
            here?: components["schemas"]["SideView"] | null;
            /** Format: uuid */
            id: string;
            /** @description only_here, only_there, conflict, no_number or repeated. */
            kind: string;
            lamp: components["schemas"]["Lamp"];
            /** @description The kind of the list it stands in. */
            list: string;
            remark?: string | null;
            result?: components["schemas"]["Named"] | null;
            /** Format: int32 */
            seq: number;
            /** @description open or handled. */
            status: string;
            /** @description What the other side says. */
            theirs?: string | null;
            theirs_at?: string | null;
            there?: components["schemas"]["SideView"] | null;
            /** Format: int32 */
            version: number;
        };
        /** @description An area with what a tree needs. */
        Division: {
            code: string;
            full_name: string;
            has_children: boolean;
            level: string;
            name: string;
            parent?: string | null;
        };
        /** @description The areas found, in the order of their codes. */
        DivisionList: {
            items: components["schemas"]["Division"][];
        };
        /** @description A division as clients see it. */
        DivisionRef: {
            /** @description The 12-digit code. */
            code: string;
            /** @description The name with those above it. */
            full_name: string;
            /** @description Its own name. */
            name: string;
        };
        /** @description A policy document. */
        Document: {
            en: string;
            /**
             * Format: date
             * @description First day of validity.
             */
            from?: string | null;
            /** @description Whether it is valid on the day asked for. */
            in_force: boolean;
            /** Format: date */
            issued?: string | null;
            issuer: string;
            /** @description Its number (文号), or its title where it has none: the name that citations use. */
            name: string;
            note?: string | null;
            number?: string | null;
            passages: components["schemas"]["DocumentPassage"][];
            /** @description How many values, conditions and formulas rest on it. */
            resting: number;
            /** @description What they are, where the document was asked for by name. */
            rests: components["schemas"]["Resting"][];
            /** @description Where it was read. */
            source?: string | null;
            /** @description The document that took its place. */
            superseded_by?: string | null;
            title: string;
            /** Format: date */
            to?: string | null;
            /** @description Whether its text was read. */
            verified: boolean;
        };
        /** @description The documents of a place and of those above it. */
        DocumentList: {
            items: components["schemas"]["Document"][];
        };
        /** @description A passage of a document. */
        DocumentPassage: {
            /** @description Article or place. */
            at: string;
            /** @description The document's own words, not their gist. */
            quoted: boolean;
            text: string;
        };
        /** @description What was done to how many clues. */
        Done: {
            /**
             * Format: int64
             * @description Clues that were changed.
             */
            clues: number;
        };
        /** @description A draft of one's own. */
        DraftAnswer: {
            /**
             * Format: date-time
             * @description When it was saved.
             */
            saved_at?: string | null;
            /** @description What was typed; empty where there is no draft. */
            values: Record<string, never>;
        };
        /** @description What was typed. */
        DraftBody: {
            /** @description Whatever the page needs to go on; an empty object takes the draft away. */
            values: Record<string, never>;
        };
        /** @description When it was saved. */
        DraftSaved: {
            /**
             * Format: date-time
             * @description None where the draft was taken away.
             */
            saved_at?: string | null;
        };
        /** @description A letter that fell due. */
        DueLetter: {
            /** @description The applicant. */
            applicant: string;
            /**
             * Format: uuid
             * @description The case.
             */
            case: string;
            /** @description Its receipt number. */
            case_number?: string | null;
            /** @description How many copies were printed. */
            copies: number;
            /** @description Where. */
            division: Record<string, never>;
            /** @description Key of the document. */
            document: string;
            /**
             * Format: date-time
             * @description Since when it is due.
             */
            due: string;
            /** @description English name. */
            en: string;
            /**
             * Format: uuid
             * @description The letter; none where it was not made yet.
             */
            letter?: string | null;
            /** @description Its number. */
            number?: string | null;
            /** @description Name. */
            zh: string;
        };
        /** @description The letters that fell due. */
        DueLetters: {
            /** @description By place, then by case. */
            items: components["schemas"]["DueLetter"][];
            /** @description There were more cases than are looked through at once: narrow the place. */
            more: boolean;
        };
        /**
         * @description How a source stands.
         * @enum {string}
         */
        DueStatus: "current" | "late" | "missing" | "on_event";
        /** @description One row that a clue rests on. */
        EvidenceView: {
            /**
             * Format: date
             * @description Day of the data.
             */
            as_of?: string | null;
            /** @description Digest of the delivery. */
            delivery: string;
            en?: string;
            /** @description The name in the row is another one. */
            name_differs: boolean;
            /**
             * Format: int64
             * @description Row in the file as it came.
             */
            row: number;
            /** @description Key of the source. */
            source: string;
            /** @description Its name. */
            zh?: string;
        };
        /** @description An explanation. */
        ExplainAnswer: {
            adjustment?: components["schemas"]["AdjustmentShown"] | null;
            /** @description 元, as it stands in the roll. */
            amount: string;
            /** @description The month. */
            month: string;
            /** @description Whom it is for. */
            person_name: string;
            /** @description The programme. */
            programme: components["schemas"]["Named"];
            /** @description The release. */
            release: components["schemas"]["ReleaseShown"];
            /** @description The steps: what a step needs stands before it. */
            steps: components["schemas"]["ExplainStep"][];
            /** @description For people, in English. */
            text_en: string;
            /** @description For people, in Chinese. */
            text_zh: string;
        };
        /** @description What went into a step. */
        ExplainInput: {
            /** @description The clause that sets a parameter. */
            cite: string | null;
            /** @description `fact`, `parameter`, `variable` and the like. */
            kind: string;
            /** @description In English. */
            label_en: string;
            /** @description Its path: `农村低保标准`, `成员1.工资性收入`. */
            name: string;
            /** @description Where a fact comes from. */
            source: string | null;
            /** @description Its unit. */
            unit: string | null;
            /** @description The value as text; none where it is unknown. */
            value: string | null;
        };
        /** @description A remark in both languages. */
        ExplainNote: {
            /** @description In English. */
            en: string;
            /** @description In Chinese. */
            zh: string;
        };
        /** @description One step. */
        ExplainStep: {
            /** @description A fact that nobody gave, by the rule of the vocabulary. */
            by_default: boolean;
            /** @description The clause that the formula follows. */
            cite: string | null;
            /** @description The formula. */
            formula: string;
            /** @description What went in. */
            inputs: components["schemas"]["ExplainInput"][];
            /** @description In English. */
            label_en: string;
            /** @description What is missing, where it is unknown. */
            missing: string[];
            /** @description What was computed. */
            name: string;
            /** @description Remarks of the engine. */
            notes: components["schemas"]["ExplainNote"][];
            /** @description Whose: `户`, `成员1`, `待遇`. */
            subject: string;
            /** @description Its unit. */
            unit: string | null;
            /** @description What came out, as text; none where it is unknown. */
            value: string | null;
        };
        /** @description What to export. */
        ExportRequest: components["schemas"]["HouseholdFilter"] & {
            /**
             * @description Keys of columns; all when empty.
             * @default []
             */
            columns?: string[];
        };
        /** @description A number of an old system. */
        ExternalNumber: {
            /** @description The number there. */
            number: string;
            /** @description The system. */
            system: string;
        };
        /** @description A fact with where it comes from. */
        FactView: {
            /** @description The vocabulary name. */
            name: string;
            /** @description Where it comes from. */
            source: string;
            /** @description The unit, where the fact is a quantity. */
            unit?: string | null;
            /** @description The value. */
            value: unknown;
        };
        /** @description A family in benefit. */
        FamilyInBenefit: {
            en: string;
            /** @description The holder's name, all but its first character hidden. */
            holder: string;
            /**
             * Format: int64
             * @description How many are covered.
             */
            persons: number;
            /** @description Key of the programme. */
            programme: string;
            zh: string;
        };
        /** @description A fault of a row. */
        FaultView: {
            /** @description The column's title; empty when the row as a whole is meant. */
            column: string;
            en: string;
            zh: string;
        };
        /** @description What came of a file of the other side. */
        FeedbackTaken: {
            /**
             * Format: int64
             * @description Answers that were taken.
             */
            taken: number;
            /** @description Rows that were not, with the reason. */
            wrong: components["schemas"]["RowFault"][];
        };
        /** @description A form that is put to a step. */
        FiledForm: {
            /** @description Key of the form. */
            form: string;
            /**
             * Format: int32
             * @description How many events of the case the author had seen.
             */
            seen: number;
            /** @description The open step. */
            step: string;
            /**
             * Format: uuid
             * @description The person it is about, where it is needed for each.
             */
            subject?: string | null;
            /** @description Values by the form's fields. */
            values: Record<string, never>;
        };
        /** @description A bank file. */
        FileShown: {
            /** @description SM3 of its bytes, hexadecimal. */
            digest: string;
            /** @description Its name. */
            name: string;
        };
        /** @description A file of a kind. */
        FileView: {
            en: string;
            key: string;
            required: boolean;
            zh: string;
        };
        /** @description A finding. */
        Finding: {
            /** @description In English. */
            act_en?: string | null;
            /** @description What to do, in Chinese. */
            act_zh?: string | null;
            /**
             * Format: date
             * @description The oldest day of its sources.
             */
            as_of?: string | null;
            /** @description `new`, `known` or `gone` in the run asked about, or since the last one. */
            change: string;
            /** @description The check. */
            check: components["schemas"]["Named"];
            /** @description The clause that makes it one. */
            cite: string;
            /**
             * Format: date-time
             * @description When it was found.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When.
             */
            decided_at?: string | null;
            decided_by?: components["schemas"]["UserRef"] | null;
            /** @description Where the household lives. */
            division: components["schemas"]["DivisionRef"];
            /** @description In English. */
            en: string;
            /** @description The rows; only where the finding itself is opened. */
            evidence: components["schemas"]["FindingRow"][];
            /**
             * Format: uuid
             * @description The household.
             */
            household: string;
            /** @description Its public number. */
            household_number: string;
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /** @description The member's name, or that of the head. */
            name: string;
            /** @description A row bears another name than the member. */
            name_differs: boolean;
            /** @description What was decided, and why. */
            note?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            objected_at?: string | null;
            /** @description What the family objects. */
            objection?: string | null;
            /**
             * Format: uuid
             * @description The member; none where it is about the household.
             */
            person?: string | null;
            /** @description For what people were looked for. */
            purpose: components["schemas"]["Named"];
            /** @description `high`, `medium` or `low`. */
            severity: string;
            /** @description Where it stands. */
            status: components["schemas"]["FindingStatus"];
            /**
             * Format: int32
             * @description The version.
             */
            version: number;
            /** @description What it says, in Chinese. */
            zh: string;
        };
        /** @description A cell of a row of evidence. */
        FindingCell: {
            /** @description In English. */
            en: string;
            /** @description Whether it is shown only to those who open the finding. */
            sensitive: boolean;
            /** @description What it says. */
            value: string;
            /** @description The field's name. */
            zh: string;
        };
        /** @description A row that a finding rests on. */
        FindingRow: {
            /**
             * Format: date
             * @description Day of its data.
             */
            as_of: string;
            /** @description What it says. */
            cells: components["schemas"]["FindingCell"][];
            /** @description Digest of the delivery. */
            delivery: string;
            /** @description The row has no good number: somebody found that it is about the member. */
            linked?: boolean;
            /** @description The row bears another name than the member: the number may be somebody else's by mistake. */
            name_differs: boolean;
            /**
             * Format: uuid
             * @description The member it is about.
             */
            person?: string | null;
            /**
             * Format: int32
             * @description Row in the file as it came.
             */
            row: number;
            /** @description The source. */
            source: components["schemas"]["Named"];
        };
        /**
         * @description Where a finding stands.
         * @enum {string}
         */
        FindingState: "nothing" | "open" | "objected" | "stands" | "cleared";
        /**
         * @description Where a finding stands.
         * @enum {string}
         */
        FindingStatus: "open" | "confirmed" | "cleared" | "objected";
        /** @description A form as far as it is filled in. */
        FormDraft: {
            /**
             * Format: uuid
             * @description The person it is about.
             */
            subject?: string | null;
            /** @description Values by field. */
            values: Record<string, never>;
        };
        /** @description Something wrong in a form. */
        FormFault: {
            /** @description Stable code. */
            code: string;
            /** @description In English. */
            en: string;
            /** @description JSON pointer into the values; empty for the form as a whole. */
            pointer: string;
            /** @description In Chinese. */
            zh: string;
        };
        /** @description A field of a form. */
        FormField: {
            /** @description English label. */
            en: string;
            /**
             * @description text, long_text, money, number, boolean, code, codes, date, id_number, phone, account,
             *     division, file, signature or rows.
             */
            kind: string;
            /** @description Largest. */
            max?: string | null;
            /** @description Smallest. */
            min?: string | null;
            /** @description At most so many characters. */
            most?: number | null;
            /** @description Its name: the key of its value, and its label. */
            name: string;
            /** @description always, sometimes (where other fields say so) or no. */
            needed: string;
            /** @description How to fill it in. */
            note?: string | null;
            /** @description Whose circumstance it states: person, household, supporter, award or case. */
            of?: string | null;
            /** @description A day that must not lie ahead. */
            past: boolean;
            rows?: components["schemas"]["FormRows"] | null;
            /** @description family, guardian, supporter, officer or other, for a signature. */
            signer?: string | null;
            /** @description Unit as shown. */
            unit: string;
            /** @description The codes that may be chosen. */
            values: string[];
            /** @description Only whole numbers. */
            whole: boolean;
        };
        /** @description How far a form is filled in. */
        FormProgress: {
            /** @description Pointers of the fields that are needed because of what other fields say. */
            asked: string[];
            /** @description Digest of the content; a signature in the form is given for it. */
            content: string;
            /** @description What stands in the way of handing it in. */
            faults: components["schemas"]["FormFault"][];
            /**
             * Format: date-time
             * @description When the draft was saved; none where there is none.
             */
            saved_at?: string | null;
        };
        /** @description Repeating rows. */
        FormRows: {
            /** @description Their fields. */
            fields: components["schemas"]["FormField"][];
            /** @description At most so many. */
            max: number;
            /** @description At least so many. */
            min: number;
            /** @description Whose circumstances the rows state. */
            of?: string | null;
        };
        /** @description A form as it is to be filled in. */
        FormSheet: {
            /** @description English name. */
            en: string;
            /** @description The fields in their order. */
            fields: components["schemas"]["FormField"][];
            /** @description Key. */
            form: string;
            /** @description draft, filed or register: where the values come from. */
            from: string;
            /** @description How far it is. */
            progress: components["schemas"]["FormProgress"];
            /** @description The documents it rests on. */
            rests_on: components["schemas"]["RestsOn"][];
            /**
             * Format: uuid
             * @description The person it is about.
             */
            subject?: string | null;
            /** @description That person's name. */
            subject_name?: string | null;
            /** @description Values by field. */
            values: Record<string, never>;
            /**
             * Format: int32
             * @description Version of its text.
             */
            version: number;
            /** @description Name. */
            zh: string;
        };
        /** @description The formulas of a place. */
        FormulaList: {
            items: components["schemas"]["ListedFormula"][];
        };
        /** @description A form as it was filed. */
        FormValues: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who handed it in. */
            by: components["schemas"]["UserRef"];
            /** @description English name. */
            en: string;
            /** @description The fields in their order. */
            fields: components["schemas"]["FormField"][];
            /** @description Key of the form. */
            form: string;
            /** @description The documents it rests on. */
            rests_on: components["schemas"]["RestsOn"][];
            /**
             * Format: uuid
             * @description The person.
             */
            subject?: string | null;
            /** @description Values by field; what is sensitive is masked for those who only read. */
            values: Record<string, never>;
            /**
             * Format: int32
             * @description Which version of this form this is.
             */
            version: number;
            /** @description The versions there are, oldest first. */
            versions: number[];
            /** @description Name. */
            zh: string;
        };
        /** @description Which month of which place. */
        FreezeRequest: {
            /**
             * @description The month.
             * @example 2022-10
             */
            month: string;
        };
        /** @description A frozen roster. */
        Frozen: {
            /**
             * @description The month.
             * @example 2022-10
             */
            month: string;
            /** @description The programme. */
            programme: string;
            /**
             * Format: int64
             * @description Covered persons, one row each.
             */
            rows: number;
        };
        /** @description The frozen rosters. */
        FrozenList: {
            items: components["schemas"]["Frozen"][];
        };
        /** @description Of one township or village. */
        GapByDivision: {
            count: components["schemas"]["GapCount"];
            division: components["schemas"]["DivisionRef"];
        };
        /** @description Of one programme. */
        GapByProgramme: {
            count: components["schemas"]["GapCount"];
            /** @description may_claim, may_leave or to_check. */
            kind: string;
            programme: components["schemas"]["Named"];
        };
        /** @description How many families and persons. */
        GapCount: {
            /** Format: int64 */
            households: number;
            /** @description What it would pay a month, 元/月. */
            monthly: string;
            /** Format: int64 */
            persons: number;
        };
        /** @description Counts over an area. */
        GapCounts: {
            /** @description The townships of a county, the villages of a township. */
            by_division: components["schemas"]["GapByDivision"][];
            by_programme: components["schemas"]["GapByProgramme"][];
            last?: components["schemas"]["GapScanned"] | null;
        };
        /** @description What a list may be narrowed to. */
        GapFilter: {
            /**
             * @description own: what civil affairs decides itself; other: what it tells of and refers, where nobody
             *     here knows what somebody has already. Both where left out.
             * @default null
             */
            decided?: string | null;
            /**
             * @description Only below this division.
             * @default null
             */
            division?: string | null;
            /**
             * @description may_claim, may_leave or to_check.
             * @default null
             */
            kind?: string | null;
            /**
             * @description Key of the programme.
             * @default null
             */
            programme?: string | null;
        };
        /** @description A member concerned. */
        GapPerson: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** @description A finding. */
        GapRow: {
            /**
             * Format: date
             * @description As of which day it was found.
             */
            as_of: string;
            division: components["schemas"]["DivisionRef"];
            head_name: string;
            /** Format: uuid */
            household_id: string;
            household_number: string;
            /** @description may_claim, may_leave or to_check. */
            kind: string;
            /** @description Facts that are missing, by the names of the vocabulary. */
            missing: string[];
            /** @description What it would pay them a month, 元/月. */
            monthly?: string | null;
            /** @description Who accepts an application (受理单位); empty where the pack does not say. */
            office: string;
            /** @description What it would pay them once, 元. */
            once?: string | null;
            persons: components["schemas"]["GapPerson"][];
            programme: components["schemas"]["Named"];
            /** @description The department that decides it, where civil affairs does not. */
            refer_to?: string | null;
            /** @description The section that runs the programme. */
            section: components["schemas"]["Named"];
        };
        /** @description The last time that an area was gone through. */
        GapScanned: {
            /** Format: date */
            as_of: string;
            division: components["schemas"]["DivisionRef"];
            /** Format: date-time */
            finished_at: string;
            /**
             * Format: int64
             * @description Households that were looked at.
             */
            households: number;
            /**
             * Format: int64
             * @description Households whose facts on record contradict each other, so that nothing could be said.
             */
            refused: number;
        };
        /** @description Which area. */
        GapScanRequest: {
            /**
             * @description A division within one's area; the whole of it where left out.
             * @default null
             */
            division?: string | null;
        };
        /** @description One award that enters its grace period. */
        GraceItem: {
            /**
             * Format: uuid
             * @description The award.
             */
            award_id: string;
            /** @description Facts that change for the grace period. */
            facts?: {
                [key: string]: unknown;
            };
            /** @description Why, where it differs from the reason of the whole. */
            reason?: string;
        };
        /** @description Grace periods of one programme. */
        GraceRequest: {
            /**
             * @description First month of the grace period.
             * @example 2022-10
             */
            from_month: string;
            /** @description The awards. */
            items: components["schemas"]["GraceItem"][];
            /** @description Key of the programme. */
            programme: string;
            /** @description Why. */
            reason: string;
            /**
             * @description Last month of benefit.
             * @example 2023-03
             */
            to_month: string;
        };
        /** @description A role given for an area. */
        Grant: {
            /** @description The area with everything below it. */
            division: components["schemas"]["DivisionRef"];
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /**
             * Format: uuid
             * @description The grant's key.
             */
            id: string;
            /** @description The role. */
            role: components["schemas"]["Named"];
            /** @description The sections; none stands for all. */
            sections: string[];
            /**
             * Format: date
             * @description The last day.
             */
            to?: string | null;
        };
        /** @description A ground on which a source may be used. */
        GroundView: {
            /** @description Document and article. */
            cite: string;
            purpose: components["schemas"]["Named"];
            /** @description Whether the text was read. */
            verified: boolean;
        };
        /** @description How many differences were changed. */
        Handled: {
            /** Format: int64 */
            differences: number;
            /**
             * Format: int64
             * @description How many of the alignment are still open.
             */
            open: number;
        };
        /** @description What is to be done about which differences. */
        Handling: {
            filter?: components["schemas"]["DifferenceFilter"] | null;
            /**
             * Format: uuid
             * @description Who handles them from now on.
             */
            handler?: string | null;
            /** @description Keys; the filter counts where there are none. */
            ids?: string[];
            /** @description What was found out; needed with a result. */
            remark?: string | null;
            /** @description The result, of the pack's list; the differences are handled then. */
            result?: string | null;
        };
        /** @description Households and persons. */
        Heads: {
            /** Format: int64 */
            households: number;
            /** Format: int64 */
            persons: number;
        };
        /** @description The head, masked. */
        HeadView: {
            /** Format: uuid */
            id: string;
            /** @description Masked. */
            id_number?: string | null;
            name: string;
        };
        /** @description All steps, newest first. */
        History: {
            items: components["schemas"]["Step"][];
        };
        /** @description The first page. */
        Home: {
            month: string;
            programmes: components["schemas"]["ProgrammeNumbers"][];
            todo: components["schemas"]["Todo"];
            total: components["schemas"]["TotalNumbers"];
        };
        /** @description An archive that was bound. */
        HouseholdArchive: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: int32
             * @description Files that go along because no page can show them.
             */
            attached: number;
            /** @description Who made it. */
            by: components["schemas"]["UserRef"];
            /**
             * Format: int32
             * @description Cases.
             */
            cases: number;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /**
             * Format: int32
             * @description Papers in the directory.
             */
            items: number;
            /** @description Large print. */
            large: boolean;
            /** @description Whether the reader made it, and so may open it. */
            mine: boolean;
            /**
             * Format: int32
             * @description Numbered pages.
             */
            pages: number;
            /** @description What it was made for. */
            reason: string;
        };
        /** @description What changes; what is left out stays. */
        HouseholdChange: {
            /** @description Address. */
            address?: string | null;
            /** @description The village or community to which the household moves. */
            division?: string | null;
            /** @description Telephone. */
            phone?: string | null;
            /** @description Why. */
            reason: string;
        };
        /** @description A household after a command; its file is read anew. */
        HouseholdChanged: {
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /** @description Its public number. */
            number: string;
            /** @description active or closed. */
            status: string;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /** @description One household's file. */
        HouseholdFile: {
            /** @description Address. */
            address?: string | null;
            /** @description Versions of the household's circumstances up to the day, newest first. */
            circumstances: components["schemas"]["CircumstanceView"][];
            /** @description Where it lives. */
            division: components["schemas"]["DivisionRef"];
            /** @description Numbers of old systems. */
            external_numbers: components["schemas"]["ExternalNumber"][];
            /**
             * Format: uuid
             * @description The head's key.
             */
            head_id: string;
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /** @description Marks. */
            labels: string[];
            /** @description Members on the day. */
            members: components["schemas"]["MemberView"][];
            /** @description The asker's office sees it as it was before it moved away, and nothing of it since. */
            moved_away: boolean;
            /** @description Public number. */
            number: string;
            /** @description Masked. */
            phone?: string | null;
            /** @description active or closed. */
            status: string;
            /** @description 城市 or 农村. */
            urban_rural?: string | null;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /** @description The filter of the list and of its export. */
        HouseholdFilter: {
            /**
             * @description Only of this class.
             * @default null
             */
            class?: string | null;
            /**
             * @description Only below this division.
             * @default null
             */
            division?: string | null;
            /**
             * @description Only with this mark.
             * @default null
             */
            label?: string | null;
            /**
             * @description Only in this programme.
             * @default null
             */
            programme?: string | null;
            /**
             * @description A name or a part of one, pinyin initials, a household number or an ID number.
             * @default null
             */
            q?: string | null;
            /**
             * @description active or closed.
             * @default null
             */
            status?: string | null;
            /**
             * @description 城市 or 农村.
             * @default null
             */
            urban_rural?: string | null;
        };
        /** @description One line with what became of it. */
        HouseholdPayment: {
            /** @description 元 */
            amount: string;
            /**
             * Format: uuid
             * @description The batch.
             */
            batch_id?: string | null;
            /** @description What for. */
            component: components["schemas"]["Named"];
            /** @description The month it is for. */
            for_month: string;
            /** @description current, arrears or recovery. */
            kind: string;
            /** @description The month of the roll. */
            month: string;
            /**
             * Format: date-time
             * @description When the bank's answer was read.
             */
            paid_at?: string | null;
            /** @description Who is due. */
            person: components["schemas"]["PersonRef"];
            /** @description The programme. */
            programme: components["schemas"]["Named"];
            /**
             * Format: int32
             * @description Serial among one-off grants of a person in the month; 0 for the rest. With the other
             *     parts of the key it names one line, whose explanation may be asked for.
             */
            seq: number;
            /** @description due (not in a batch), pending, in_transit, paid or rejected. */
            status: string;
        };
        /** @description The payments, newest month first. */
        HouseholdPayments: {
            /** @description The lines. */
            items: components["schemas"]["HouseholdPayment"][];
        };
        /** @description A household in a list. */
        HouseholdRow: {
            address?: string | null;
            /**
             * Format: int32
             * @description Members whom an award covers.
             */
            covered: number;
            division: components["schemas"]["DivisionRef"];
            head: components["schemas"]["HeadView"];
            /** Format: uuid */
            id: string;
            labels: string[];
            /** @description The sum of the last month in 元; missing while nothing was computed. */
            monthly_amount?: string | null;
            number: string;
            programmes: components["schemas"]["ProgrammeView"][];
            /**
             * Format: int32
             * @description Members.
             */
            size: number;
            status: string;
            urban_rural?: string | null;
        };
        /** @description Who asks. */
        Identity: {
            /** @description The village or community, 12 digits. */
            division: string;
            /** @description 公民身份号码 (GB 11643). */
            id_number: string;
            /** @description Name. */
            name: string;
            /** @description Mobile telephone, 11 digits. */
            phone: string;
        };
        /** @description An import as clients see it. */
        Import: {
            /**
             * Format: date
             * @description The day from which what it says holds.
             */
            as_of: string;
            /**
             * @description Keys of the programmes in which its rows claim a benefit, once it was applied; told of one
             *     import, not in lists. A list of families claims none.
             */
            claims?: string[] | null;
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
            /** @description Who uploaded it. */
            created_by: components["schemas"]["UserRef"];
            /** @description Its files. */
            files: components["schemas"]["ImportFileView"][];
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            job?: components["schemas"]["JobView"] | null;
            /** @description What is imported. */
            kind: components["schemas"]["Named"];
            /** @description `all` or `right`, once it was applied. */
            mode?: string | null;
            problem?: components["schemas"]["ProblemBody"] | null;
            /** @description Where it stands. */
            status: components["schemas"]["ImportStatus"];
            totals?: components["schemas"]["Totals"] | null;
        };
        /** @description A file of an import. */
        ImportFileView: {
            /** @description SM3 of its content. */
            digest: string;
            /** @description Encoding of a text file. */
            encoding?: string | null;
            /** @description The kind's key for it. */
            key: string;
            /** @description Its name as the user gave it. */
            name: string;
            /**
             * Format: int64
             * @description Rows read so far.
             */
            rows: number;
        };
        /**
         * @description The state of an import.
         * @enum {string}
         */
        ImportStatus: "reading" | "ready" | "applying" | "applied" | "failed" | "cancelled";
        /** @description One item of a decision. */
        ItemAnswer: {
            /** @description 元, for one-off grants. */
            amount?: string | null;
            /**
             * Format: uuid
             * @description The award, where it exists already.
             */
            award_id?: string | null;
            /** @description The cause of a one-off grant. */
            cause: string;
            /** @description Where it lives. */
            division: components["schemas"]["DivisionRef"];
            /** @description Facts that change, by vocabulary names. */
            facts?: {
                [key: string]: unknown;
            } | null;
            /** @description First month of the effect. */
            from_month: string;
            /**
             * Format: uuid
             * @description The household.
             */
            household_id: string;
            /** @description Covered persons, where they change. */
            members?: components["schemas"]["PersonRef"][] | null;
            /** @description Why, where it differs from the decision's reason. */
            reason: string;
            /** @description Last month, where one is set. */
            to_month?: string | null;
        };
        /** @description A job as clients see it. */
        JobView: {
            /**
             * Format: date-time
             * @description When it was enqueued.
             */
            created_at: string;
            /** @description By whom. */
            created_by: components["schemas"]["UserRef"];
            /**
             * Format: int64
             * @description Units done.
             */
            done: number;
            error?: components["schemas"]["ProblemBody"] | null;
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /** @description `slice.noun.verb`. */
            kind: string;
            /** @description What came out. */
            result?: Record<string, never> | null;
            /** @description The present stage in English. */
            stage_en?: string | null;
            /** @description The present stage in Chinese. */
            stage_zh?: string | null;
            /** @description `queued`, `running`, `done`, `failed` or `cancelled`. */
            status: string;
            /**
             * Format: int64
             * @description Units in all; 0 while unknown.
             */
            total: number;
        };
        /** @description All kinds. */
        KindList: {
            items: components["schemas"]["KindView"][];
        };
        /** @description A kind of import. */
        KindView: {
            columns: components["schemas"]["ColumnView"][];
            en: string;
            files: components["schemas"]["FileView"][];
            key: string;
            /** @description The programme whose roster it is. */
            programme?: string | null;
            zh: string;
        };
        /**
         * @description The colour that tells how near the deadline is.
         * @enum {string}
         */
        Lamp: "green" | "yellow" | "red" | "none";
        /** @description The ledger. */
        Ledger: {
            /** @description Its sheets, newest month first. */
            items: components["schemas"]["LedgerRow"][];
        };
        /** @description One sheet: fund source, programme, month. All amounts in 元. */
        LedgerRow: {
            /** @description With the bank. */
            at_bank: string;
            /** @description Whether postings and balances agree to the fen. */
            balanced: boolean;
            /** @description Everything granted by locked rolls, less what was withdrawn before payment. */
            entitled: string;
            /** @description Key of the fund source. */
            fund: string;
            /** @description In an approved batch. */
            in_batch: string;
            /** @description The month. */
            month: string;
            /** @description Credited. */
            paid: string;
            /** @description The programme. */
            programme: components["schemas"]["Named"];
            /** @description Paid back, with the office. */
            recovered: string;
            /** @description Sent back, to be re-issued. */
            returned: string;
            /** @description To be paid back by families. */
            to_recover: string;
            /** @description Handed to the treasury. */
            to_treasury: string;
            /** @description Granted and not in a batch. */
            unbatched: string;
        };
        /** @description The batch that was printed. */
        LetterBatch: {
            /** @description Its copies in order. */
            copies: components["schemas"]["BatchCopy"][];
            /**
             * Format: uuid
             * @description Key; the file is under `/letter-batches/{id}`.
             */
            id: string;
        };
        /** @description A copy that was printed. */
        LetterCopy: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who printed it. */
            by: components["schemas"]["UserRef"];
            /** @description Large print. */
            large: boolean;
            /**
             * Format: int32
             * @description Which, from 1.
             */
            nth: number;
        };
        /** @description One programme, or several that are printed as one. */
        Line: {
            /** @description The document. */
            cite?: string | null;
            /** @description 元, from the lines of approved rolls. */
            computed: string;
            /** @description 元, computed less printed. */
            difference?: string | null;
            /** @description 元, as the document prints it; none where no document speaks of these months. */
            printed?: string | null;
            programme: components["schemas"]["Named"];
            /** @description The difference over the printed amount, in percent with three decimals. */
            ratio?: string | null;
        };
        /** @description One line. */
        LineAnswer: {
            /**
             * @description 元
             * @example 439.00
             */
            amount: string;
            /** @description Class or tier. */
            class: string;
            /** @description What for. */
            component: components["schemas"]["Named"];
            /** @description Where. */
            division: components["schemas"]["DivisionRef"];
            /** @description The month it is for. */
            for_month: string;
            /**
             * Format: uuid
             * @description Within which household.
             */
            household_id: string;
            /** @description current, arrears or recovery. */
            kind: string;
            /** @description Who is due. */
            person: components["schemas"]["PersonShown"];
            /**
             * Format: int32
             * @description Serial among one-off grants of a month.
             */
            seq: number;
        };
        /** @description A cell of the row. */
        LinkCell: {
            /** @description In English. */
            en: string;
            /** @description What it says. */
            value: string;
            /** @description The field's name. */
            zh: string;
        };
        /** @description What somebody decided. */
        LinkDecision: {
            /**
             * @description `same`: the row is about this person; `different`: about somebody else; `unsure`: it
             *     cannot be told from what is there.
             */
            answer: string;
            /** @description Why, and how it was found out. */
            reason: string;
        };
        /** @description A case that another one led to, or came from. */
        LinkedCase: {
            /** @description English name. */
            en: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description Receipt number; none before acceptance. */
            number?: string | null;
            /** @description open or closed. */
            status: string;
            /** @description Name of the procedure. */
            zh: string;
        };
        /** @description One field of both sides. */
        LinkField: {
            /** @description In English. */
            en: string;
            /** @description `name`, `number`, `birth`, `sex`, `address` or `relation`. */
            key: string;
            /**
             * Format: int32
             * @description How far they agree, from 0 (not at all) to 4 (the same); none where one side says nothing.
             */
            level?: number | null;
            /** @description What is on record; numbers are masked. */
            ours: string;
            /** @description What the row of the delivery says; numbers are masked. */
            theirs: string;
            /**
             * Format: int32
             * @description What this adds to the score, in hundredths of a bit; below nought it speaks against.
             */
            weight?: number | null;
            /** @description In Chinese. */
            zh: string;
        };
        /** @description What began. */
        LinkingStarted: {
            /**
             * Format: uuid
             * @description The delivery.
             */
            delivery: string;
            /**
             * Format: uuid
             * @description The job that lays them side by side.
             */
            job: string;
        };
        /** @description A row without a good identity number beside a person on record. */
        LinkPair: {
            /**
             * Format: date
             * @description The day of its data.
             */
            as_of: string;
            /** @description It was decided about the same row of an earlier delivery. */
            carried: boolean;
            /** @description What else the row says; only where the pair itself is opened. */
            cells: components["schemas"]["LinkCell"][];
            /**
             * Format: date-time
             * @description When.
             */
            decided_at?: string | null;
            decided_by?: components["schemas"]["UserRef"] | null;
            /**
             * Format: uuid
             * @description The delivery.
             */
            delivery: string;
            /** @description Where it lives. */
            division: components["schemas"]["DivisionRef"];
            /** @description Both sides beside each other; only where the pair itself is opened. */
            fields: components["schemas"]["LinkField"][];
            /**
             * Format: uuid
             * @description The household.
             */
            household: string;
            /** @description Its public number. */
            household_number: string;
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /**
             * Format: int32
             * @description How likely the two are one person, in ten-thousandths.
             */
            likelihood: number;
            /** @description The person's name. */
            name: string;
            /** @description Why it was decided so. */
            note?: string | null;
            /**
             * Format: uuid
             * @description The person on record.
             */
            person: string;
            /** @description The same in English. */
            reason_en: string;
            /** @description What is wrong with the number in the row, in Chinese. */
            reason_zh: string;
            /**
             * Format: int64
             * @description Row in the file as it came.
             */
            row: number;
            /**
             * Format: int32
             * @description The sum of the weights, in hundredths of a bit.
             */
            score: number;
            /** @description Its source. */
            source: components["schemas"]["Named"];
            /** @description Where it stands. */
            status: components["schemas"]["LinkStatus"];
            /** @description The name in the row. */
            their_name: string;
            /**
             * Format: int32
             * @description The version.
             */
            version: number;
        };
        /**
         * @description Where a pair stands.
         * @enum {string}
         */
        LinkStatus: "open" | "same" | "different" | "unsure" | "closed";
        /** @description A formula that a simulation can change. */
        ListedFormula: {
            cite: string;
            en: string;
            formula: string;
            /** @description The name by which a simulation changes it. */
            name: string;
            part: components["schemas"]["Part"];
            programme: components["schemas"]["Named"];
            zh: string;
        };
        /** @description A matter: the seven fields of the catalogue, and to whom it is referred. */
        Matter: {
            /** @description 政策依据. */
            basis: string;
            /** @description 救助事项概念. */
            concept: string;
            /** @description 受理条件. */
            conditions: string[];
            /** @description Its English name. */
            en: string;
            /** @description Key. */
            key: string;
            /** @description 提供材料. */
            materials: string[];
            /** @description 受理单位. */
            office: string;
            /** @description 办理程序. */
            procedure: string[];
            /** @description The department or social force that decides it. */
            refer_to?: string | null;
            /** @description Whether the document was read. */
            verified: boolean;
            /** @description 救助事项名称. */
            zh: string;
        };
        /** @description The signed-in user, for the console's head and menus. */
        Me: {
            /** @description The area of the organisation. */
            division: components["schemas"]["DivisionRef"];
            /**
             * Format: uuid
             * @description The user's key.
             */
            id: string;
            /**
             * Format: int64
             * @description After how many idle minutes the session ends.
             */
            idle_minutes: number;
            /** @description The login name. */
            login: string;
            /** @description Whether the first password must be changed before anything else. */
            must_change_password: boolean;
            /** @description The person's name. */
            name: string;
            /** @description Where the person works. */
            organisation: components["schemas"]["MyOrganisation"];
            /** @description What these roles allow, as patterns. */
            permissions: string[];
            /** @description The roles held today. */
            roles: components["schemas"]["Named"][];
        };
        /** @description A covered person. */
        MemberAnswer: {
            /** @description First month covered. */
            from: string;
            /** @description Name. */
            name: string;
            /**
             * Format: uuid
             * @description Key.
             */
            person_id: string;
            /** @description Last month covered. */
            to?: string | null;
        };
        /** @description Somebody who joins a household. */
        MemberJoins: {
            /**
             * Format: date
             * @description The first day as a member.
             */
            from: string;
            /** @description Who. */
            member: components["schemas"]["NewMember"];
            /** @description The person leaves the household where he or she lives now. */
            moves?: boolean;
            /** @description Why: 出生, 婚迁, 户籍迁入, 共同生活 or in other words. */
            reason: string;
        };
        /** @description Why and when somebody leaves. */
        MemberLeaves: {
            /**
             * Format: date
             * @description The last day in the household.
             */
            last_day: string;
            /** @description Why: 死亡, 婚迁, 户籍迁出, 服刑, 服兵役 or in other words. */
            reason: string;
        };
        /** @description A member of the household. */
        MemberView: {
            /**
             * Format: int32
             * @description Full years on the day.
             */
            age?: number | null;
            /**
             * Format: date
             * @description Birth date.
             */
            birth?: string | null;
            /** @description What was known on the day, by vocabulary name. */
            facts: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @description Member from this day.
             */
            from: string;
            /** @description Masked. */
            id_number?: string | null;
            /** @description The name. */
            name: string;
            /**
             * Format: uuid
             * @description The person.
             */
            person_id: string;
            /** @description Relation to the head. */
            relation: components["schemas"]["Named"];
            sex?: components["schemas"]["Named"] | null;
            /**
             * Format: date
             * @description Until this day.
             */
            to?: string | null;
        };
        /** @description Everything that is missing, said once (57号 第十条 一次性告知). */
        Missing: {
            /** @description What is missing and how to mend it, for the citizen. */
            note: string;
        };
        /**
         * @description How much is taken over.
         * @enum {string}
         */
        Mode: "all" | "right";
        /** @description One month. */
        MonthAnswer: {
            /** @description The month. */
            month: string;
            /** @description Its programmes. */
            programmes: components["schemas"]["MonthProgramme"][];
        };
        /** @description The months, newest first. */
        MonthList: {
            /** @description The months. */
            items: components["schemas"]["MonthAnswer"][];
        };
        /** @description One programme in a month. */
        MonthProgramme: components["schemas"]["Named"] & components["schemas"]["Sums"] & {
            /** @description What changed. */
            change: components["schemas"]["Changes"];
            /**
             * Format: uuid
             * @description Its roll.
             */
            roll_id: string;
            /** @description The roll's status. */
            status: string;
        };
        /** @description The organisation of the signed-in user. */
        MyOrganisation: {
            /** @description Its area. */
            division: components["schemas"]["DivisionRef"];
            /**
             * Format: uuid
             * @description Its key.
             */
            id: string;
            /** @description Its name. */
            name: string;
        };
        /** @description A stable key with its names in both languages. */
        Named: {
            /** @description Name in English. */
            en: string;
            /** @description Stable key. */
            key: string;
            /** @description Name in Chinese. */
            zh: string;
        };
        /** @description A person behind a cell. */
        NameRow: {
            division: components["schemas"]["DivisionRef"];
            household: string;
            /**
             * Format: uuid
             * @description The household, where it is one on record.
             */
            household_id?: string | null;
            /** @description Masked. */
            id_number?: string | null;
            /** @description The kind there. */
            kind: string;
            /** @description Kinds here. */
            kinds: string[];
            name: string;
        };
        /** @description Somebody is held to account. */
        NewAccountability: {
            /** @description For what. */
            cause: string;
            /**
             * Format: date
             * @description The day of the document.
             */
            day: string;
            /** @description Number of the document. */
            document: string;
            /** @description The measure, of the pack's list. */
            measure: string;
            /** @description The person. */
            name: string;
            /** @description The post at the time. */
            post: string;
        };
        /** @description Values that a document changes at a place from a day on. */
        NewAmendment: {
            changes: components["schemas"]["AmendmentChange"][];
            document: components["schemas"]["AmendmentDocument"];
            /**
             * Format: date
             * @description The first day on which the values hold, and on which the release counts.
             */
            from: string;
            /**
             * @description Whether tests of months from that day on, whose expectations the document overtakes, are
             *     put out of use; without it they refuse the release and are named.
             */
            overtake?: boolean;
            /** @description The place at whose level they are written; one's own where left out. */
            place?: string | null;
        };
        /** @description What the archive is made for. */
        NewArchive: {
            /** @description Large print. */
            large?: boolean;
            /** @description Why it is printed, 500 characters at most. */
            reason: string;
        };
        /** @description What is to be sent. */
        NewBatch: {
            /** @description The requests; all that wait where none are named. */
            requests?: string[];
        };
        /** @description A case to be opened. */
        NewCase: {
            /**
             * Format: uuid
             * @description The member who applies; the head where it is not said.
             */
            applicant?: string | null;
            /**
             * Format: uuid
             * @description The household.
             */
            household: string;
            /** @description The members concerned; all of the household where none are named. */
            members?: string[];
            /** @description Supporters, agents, guardians. */
            others?: components["schemas"]["OtherParty"][];
            /** @description Key of the procedure. */
            procedure: string;
            /** @description The village or community to which a household moves, for the procedure of a move. */
            to?: string | null;
        };
        /** @description A consent on a signed paper. */
        NewCaseConsent: {
            /**
             * Format: uuid
             * @description The picture of the signed paper, put to this case before.
             */
            file: string;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Who signed for somebody who cannot. */
            guardian?: string | null;
            /** @description What may be queried, in the words of the form. */
            items: string[];
            /**
             * Format: uuid
             * @description Who consents: somebody of the case.
             */
            person: string;
            /** @description For what. */
            purpose: components["schemas"]["ConsentPurpose"];
            /**
             * Format: date
             * @description Last day; none: until the matter ends.
             */
            to?: string | null;
        };
        /** @description Who is to stand in for whom. */
        NewDeputy: {
            /**
             * Format: uuid
             * @description Who is away.
             */
            absent: string;
            /**
             * Format: uuid
             * @description Who stands in: somebody of the same area who works on cases.
             */
            deputy: string;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Why. */
            reason: string;
            /**
             * Format: date
             * @description Last day.
             */
            to: string;
        };
        /** @description A role for a user. */
        NewGrant: {
            /** @description The area, with everything below it. */
            division: string;
            /**
             * Format: date
             * @description The first day; today, where left out.
             */
            from?: string | null;
            /** @description The role's key. */
            role: string;
            /** @description The sections; none stands for all. */
            sections?: string[];
            /**
             * Format: date
             * @description The last day.
             */
            to?: string | null;
        };
        /** @description Another head, and how the others are related to him or her. */
        NewHead: {
            /**
             * Format: uuid
             * @description The member who becomes the head.
             */
            person: string;
            /** @description Why. */
            reason: string;
            /** @description The relation of each other member to the new head, GB/T 4761; all of them. */
            relations: Record<string, never>;
        };
        /** @description A household that is entered. */
        NewHousehold: {
            /** @description Address. */
            address?: string | null;
            /** @description The village or community where it lives, 12 digits. */
            division: string;
            /** @description Facts of the household by vocabulary name. */
            facts?: Record<string, never>;
            /**
             * Format: date
             * @description From which day they live together; today where it is not said.
             */
            from?: string | null;
            /** @description The members; the head is the one whose relation is 户主 or 本人. */
            members: components["schemas"]["NewMember"][];
            /** @description People on record elsewhere leave the households where they live now. */
            moves?: boolean;
            /** @description Telephone. */
            phone?: string | null;
        };
        /** @description Letters to be printed together. */
        NewLetterBatch: {
            /** @description The cases, in the order in which they are printed; 200 at most. */
            cases: string[];
            /** @description Key of the document. */
            document: string;
            /** @description Large print. */
            large?: boolean;
        };
        /** @description Somebody who is entered: known by key, by identity number, or new. */
        NewMember: {
            /**
             * Format: date
             * @description Birth date; the number says it where there is one.
             * @default null
             */
            birth?: string | null;
            /** @description Facts by vocabulary name. */
            facts?: Record<string, never>;
            /**
             * @description The identity number (GB 11643), 15 or 18 digits; none for newborns and people without
             *     registration.
             * @default null
             */
            id_number?: string | null;
            /**
             * @description The name.
             * @default
             */
            name?: string;
            /**
             * Format: uuid
             * @description A person on record, by key; then nothing else of the person is needed.
             * @default null
             */
            person_id?: string | null;
            /**
             * @description Telephone.
             * @default null
             */
            phone?: string | null;
            /**
             * @description Relation to the head, GB/T 4761, by name or code.
             * @default
             */
            relation?: string;
            /**
             * @description 男 or 女; the number says it where there is one.
             * @default null
             */
            sex?: string | null;
        };
        /** @description A new body. */
        NewOrganisation: {
            /** @description Its address. */
            address?: string | null;
            /** @description The code of its area. */
            division: string;
            /** @description What it is. */
            kind: components["schemas"]["OrganisationKind"];
            /** @description Its full name. */
            name: string;
            /**
             * Format: uuid
             * @description The body above it.
             */
            parent?: string | null;
            /** @description Its telephone. */
            phone?: string | null;
            /** @description The sections it works in; none stands for all. */
            sections?: string[];
        };
        /** @description A phrase to be kept. */
        NewPhrase: {
            /** @description The words, at most 200 characters; they should name nobody. */
            text: string;
        };
        /** @description A letter to be printed. */
        NewPrint: {
            /**
             * @description Makes the letter anew from the case as it stands, with a number of its own, instead of
             *     printing again what was said before.
             */
            anew?: boolean;
            /** @description Key of the document. */
            document: string;
            /** @description Large print. */
            large?: boolean;
        };
        /** @description A matter to be referred. */
        NewReferral: {
            /** @description Who it is about, how they are reached and what is asked. */
            about: string;
            /** @description Where the family lives. */
            division: string;
            /**
             * Format: uuid
             * @description The household, where it is on record.
             */
            household?: string | null;
            /** @description Key of the matter in the catalogue. */
            matter: string;
            /**
             * Format: uuid
             * @description The submission it comes from.
             */
            submission?: string | null;
        };
        /** @description From when the packs that come with the program shall count. */
        NewRelease: {
            /**
             * Format: uuid
             * @description An earlier release whose texts shall count again; the packs that come with the program
             *     where left out.
             */
            again?: string | null;
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
        };
        /** @description A signature under what is filed at a step. */
        NewSignature: {
            /**
             * Format: uuid
             * @description The strokes, put to the case before with the step's content as `bound`. A member of the
             *     family signs by hand; an officer signs by being signed in, and may write as well.
             */
            file?: string | null;
            /**
             * Format: uuid
             * @description The member of the family who signs in the officer's presence; the officer himself where
             *     none.
             */
            party?: string | null;
            /**
             * Format: int32
             * @description How many events of the case the author had seen.
             */
            seen: number;
            /** @description The slot. */
            slot: string;
            /** @description The open step. */
            step: string;
        };
        /** @description A new member of staff. */
        NewUser: {
            /** @description Small letters, digits, dot, hyphen, underscore. */
            login: string;
            /** @description The person's name. */
            name: string;
            /**
             * Format: uuid
             * @description Where the person works.
             */
            organisation_id: string;
        };
        /** @description Who is looked for, and for what. */
        NewVerificationRun: {
            /** @description The place; the actor's own where not said. */
            division?: string | null;
            /**
             * Format: uuid
             * @description One household; answered at once.
             */
            household?: string | null;
            /** @description `supervision`: people in benefit; `discovery`: people in none. */
            purpose: string;
            /** @description Why. */
            reason?: string | null;
        };
        /** @description A new window. */
        NewWindow: {
            /** @description The area it serves. */
            division: string;
            /**
             * Format: date
             * @description Since when; today where it is not said.
             */
            opened_on?: string | null;
            sign: components["schemas"]["WindowSign"];
        };
        /** @description 户, 人 and 元. */
        Numbers: {
            amount: string;
            /** Format: int64 */
            households: number;
            /** Format: int64 */
            persons: number;
        };
        /** @description An objection. */
        Objection: {
            /** @description What the family says, and what it shows for it. */
            reason: string;
        };
        /** @description A document and how the office sets it. */
        OfficeTemplate: {
            /** @description The clause. */
            cite: string;
            /** @description Key of the document. */
            document: string;
            /** @description English name. */
            en: string;
            /** @description Whose text holds today: own, county or pack. */
            holds: string;
            /** @description Its places. */
            places: components["schemas"]["TemplatePlace"][];
            /** @description It has to name the remedies. */
            remedies: boolean;
            /** @description The office's versions, the latest first. */
            versions: components["schemas"]["TemplateVersion"][];
            /** @description Name. */
            zh: string;
        };
        /** @description One grant. */
        OneOffItem: {
            /**
             * @description 元
             * @example 1140.60
             */
            amount: string;
            /** @description The cause, in the words of the pack's list. */
            cause: string;
            /** @description Facts stated. */
            facts?: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description The household helped.
             */
            household_id: string;
            /**
             * Format: uuid
             * @description The person it is granted to; the head when missing.
             */
            person_id?: string | null;
            /** @description The members of the household whom the sum helps; the person alone when empty. */
            persons?: string[];
        };
        /** @description Grants of one programme in one month. */
        OneOffRequest: {
            /** @description The grants. */
            items: components["schemas"]["OneOffItem"][];
            /**
             * @description The month whose roll pays them.
             * @example 2022-10
             */
            month: string;
            /** @description Key of the programme: `temporary_relief`. */
            programme: string;
            /** @description Why. */
            reason: string;
        };
        /** @description Which import is to be confirmed. */
        OpeningRequest: {
            /**
             * @description First month that Doudi pays; the present month when missing.
             * @example 2022-01
             */
            from_month?: string | null;
            /**
             * Format: uuid
             * @description An import that was applied.
             */
            import_id: string;
            /**
             * @description Which programme's awards, where the roster names several; the next one that is not
             *     opened yet when missing.
             */
            programme?: string | null;
        };
        /** @description An opinion. */
        Opinion: {
            /** @default  */
            opinion?: string;
        };
        /** @description A body: a county bureau, a township office, a village committee or another. */
        Organisation: {
            /** @description Its address. */
            address?: string | null;
            /** @description The area it works for. */
            division: components["schemas"]["DivisionRef"];
            /**
             * Format: uuid
             * @description Its key.
             */
            id: string;
            /** @description What it is. */
            kind: components["schemas"]["OrganisationKind"];
            /** @description Its full name. */
            name: string;
            /**
             * Format: uuid
             * @description The body above it.
             */
            parent?: string | null;
            /** @description Its telephone, as letters print it. */
            phone?: string | null;
            /** @description The sections it works in; none stands for all. */
            sections: string[];
            /** @description `active` or `closed`. */
            status: string;
            /**
             * Format: int32
             * @description For `If-Match`.
             */
            version: number;
        };
        /** @description What may change; what is left out stays. */
        OrganisationChange: {
            /** @description Its address; blank takes it away. */
            address?: string | null;
            name?: string | null;
            /** @description Its telephone; blank takes it away. */
            phone?: string | null;
            sections?: string[] | null;
            /** @description `active` or `closed`. */
            status?: string | null;
        };
        /**
         * @description What a body is.
         * @enum {string}
         */
        OrganisationKind: "county_bureau" | "township_office" | "village_committee" | "other_body";
        /** @description The bodies of one's area. */
        OrganisationList: {
            items: components["schemas"]["Organisation"][];
        };
        /** @description A body by key and name. */
        OrganisationRef: {
            /**
             * Format: uuid
             * @description Its key.
             */
            id: string;
            /** @description Its name. */
            name: string;
        };
        /** @description Somebody in a case beside the household's members. */
        OtherParty: {
            /** @description supporter, agent or guardian. */
            capacity: string;
            entered?: components["schemas"]["RelatedPerson"] | null;
            /**
             * Format: uuid
             * @description A person on record.
             */
            person?: string | null;
        };
        /** @description What a finding comes to. */
        Outcome: {
            /** @description What was looked at, and why. */
            reason: string;
            /** @description True: it is so. False: it is not so, or does not matter. */
            stands: boolean;
        };
        /** @description The lists of words at the reader's place. */
        OversightWords: {
            /** @description Schemes of alignment. */
            alignments: components["schemas"]["Named"][];
            /** @description Results of differences. */
            difference: components["schemas"]["Named"][];
            /** @description Kinds of clue. */
            kinds: components["schemas"]["Named"][];
            /** @description Measures against those responsible. */
            measure: components["schemas"]["Named"][];
            /** @description Conclusions of clues that are not. */
            no: components["schemas"]["Named"][];
            /** @description Programmes. */
            programmes: components["schemas"]["Named"][];
            /** @description Sources that may be compared with, and for which purpose. */
            sources: components["schemas"]["UsableSource"][];
            /** @description Outcomes of visits. */
            visit: components["schemas"]["Named"][];
            /** @description Conclusions of clues that are so. */
            yes: components["schemas"]["Named"][];
        };
        /** @description A submission as its author sees it. */
        OwnSubmission: {
            content: components["schemas"]["SubmissionContent"];
            division: components["schemas"]["DivisionRef"];
            /** Format: uuid */
            id: string;
            /** @description Whether it became a case whose progress can be seen. */
            in_case: boolean;
            lacks?: components["schemas"]["ProblemBody"] | null;
            /** @description What the clerk says is missing, where it was given back. */
            note?: string | null;
            /** @description The receipt number; none before it was handed in. */
            number?: string | null;
            photos: components["schemas"]["SubmissionPhoto"][];
            /** @description Key of the procedure. */
            procedure: string;
            /** Format: date-time */
            saved_at: string;
            status: components["schemas"]["SubmissionStatus"];
            /** Format: date-time */
            submitted_at?: string | null;
            /** Format: int32 */
            version: number;
        };
        /** @description A submission in the citizen's list. */
        OwnSubmissionRow: {
            /** @description For whom: the first member named. */
            applicant: string;
            division: components["schemas"]["DivisionRef"];
            /** Format: uuid */
            id: string;
            /** @description The receipt number; none before it was handed in. */
            number?: string | null;
            /** @description Key of the procedure. */
            procedure: string;
            /** Format: date-time */
            saved_at: string;
            status: components["schemas"]["SubmissionStatus"];
            /** Format: date-time */
            submitted_at?: string | null;
        };
        /** @description All of a citizen's submissions. */
        OwnSubmissions: {
            items: components["schemas"]["OwnSubmissionRow"][];
        };
        /** @description One page. */
        Page_AccessRow: {
            /** @description The rows. */
            items: {
                /**
                 * Format: uuid
                 * @description The user.
                 */
                actor: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /**
                 * Format: uuid
                 * @description The organisation whose chain it is in.
                 */
                chain: string;
                /**
                 * Format: int64
                 * @description How many were shown.
                 */
                count: number;
                /** @description Where. */
                division?: string | null;
                /** @description The operation in English. */
                en: string;
                /** @description `opened`, `listed`, `used` or `refused`. */
                kind: string;
                /** @description The login name. */
                login: string;
                /** @description What was read. */
                noun?: string | null;
                /** @description The operation's id. */
                operation: string;
                /**
                 * Format: int64
                 * @description The position.
                 */
                seq: number;
                /** @description Which one, when one was opened. */
                subject?: string | null;
                /** @description The operation in Chinese. */
                zh: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_AccountabilityView: {
            /** @description The rows. */
            items: {
                cause: string;
                /** Format: uuid */
                clue_id: string;
                clue_number: string;
                /** Format: date */
                day: string;
                division: components["schemas"]["DivisionRef"];
                document: string;
                /** Format: uuid */
                id: string;
                measure: components["schemas"]["Named"];
                name: string;
                post: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_AlignmentView: {
            /** @description The rows. */
            items: {
                closed_at?: string | null;
                created_at: string;
                created_by: components["schemas"]["UserRef"];
                division: components["schemas"]["DivisionRef"];
                /**
                 * Format: int32
                 * @description 1 for the first; a later edition takes over what was handled.
                 */
                edition: number;
                /**
                 * Format: uuid
                 * @description The edition before.
                 */
                follows_id?: string | null;
                /** @description records or file. */
                here_from: string;
                /** @description Whose list is here. */
                here_name: string;
                here_published?: components["schemas"]["Published"] | null;
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                job_id?: string | null;
                /** @description What was noticed while building, as text. */
                notes: string;
                number: string;
                /**
                 * Format: date
                 * @description The day whose records count.
                 */
                on: string;
                /** @description When the other side confirmed the reception. */
                received_at?: string | null;
                received_note?: string | null;
                /** @description When the differences were sent to the other side. */
                sent_at?: string | null;
                /** @description building, failed, open, closed or replaced. */
                status: components["schemas"]["Named"];
                /** @description records or file. */
                there_from: string;
                /** @description Whose list is there. */
                there_name: string;
                there_published?: components["schemas"]["Published"] | null;
                title: string;
                /** Format: int32 */
                version: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_AssessmentBrief: {
            /** @description The rows. */
            items: {
                /** Format: date */
                as_of: string;
                /**
                 * Format: int32
                 * @description Programmes that may be claimed and are not held.
                 */
                claims: number;
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                made_at: string;
                made_by: components["schemas"]["UserRef"];
                /**
                 * Format: int32
                 * @description The version of the engine's meaning.
                 */
                meaning: number;
                /** @description What all that qualifies would pay a month, 元/月. */
                monthly?: string | null;
                /**
                 * Format: int32
                 * @description Programmes for which somebody qualifies.
                 */
                qualifies: number;
                release: components["schemas"]["AssessmentRelease"];
                /**
                 * Format: int32
                 * @description Programmes about which a fact is missing.
                 */
                unknown: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_AuditRow: {
            /** @description The rows. */
            items: {
                /**
                 * Format: uuid
                 * @description The user.
                 */
                actor: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /**
                 * Format: uuid
                 * @description The organisation whose chain it is in.
                 */
                chain: string;
                /**
                 * Format: int64
                 * @description How many rows it changed.
                 */
                count: number;
                /** @description Where. */
                division?: string | null;
                /** @description The operation in English. */
                en: string;
                /** @description The hash, hexadecimal. */
                hash: string;
                /** @description The login name. */
                login: string;
                /** @description What it was about. */
                noun?: string | null;
                /** @description The operation's id. */
                operation: string;
                /** @description The reason given. */
                reason?: string | null;
                /**
                 * Format: int64
                 * @description The position.
                 */
                seq: number;
                /** @description Which one. */
                subject?: string | null;
                /** @description The operation in Chinese. */
                zh: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_BatchAnswer: {
            /** @description The rows. */
            items: {
                /** @description 元 */
                amount: string;
                approved_by?: components["schemas"]["UserRef"] | null;
                /** @description The bank. */
                bank: components["schemas"]["Named"];
                /**
                 * Format: int64
                 * @description 笔
                 */
                count: number;
                file?: components["schemas"]["FileShown"] | null;
                /**
                 * Format: uuid
                 * @description Key.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description A job that goes on with it, right after a command.
                 */
                job?: string | null;
                /** @description The month paid for. */
                month: string;
                /** @description Public number. */
                number: string;
                /** @description Credited. */
                paid: components["schemas"]["Counted"];
                /** @description The maker. */
                prepared_by: components["schemas"]["UserRef"];
                /** @description What is paid. */
                programmes: components["schemas"]["Named"][];
                /**
                 * Format: uuid
                 * @description The batch whose rejected payments go out again.
                 */
                reissue_of?: string | null;
                /** @description Sent back. */
                rejected: components["schemas"]["Counted"];
                /** @description gathering, draft, discarded, approved, sent, returned or settled. */
                status: string;
                /**
                 * Format: int32
                 * @description For If-Match.
                 */
                version: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_CaseRow: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date
                 * @description Day of acceptance.
                 */
                accepted_on?: string | null;
                /** @description Name of the applicant. */
                applicant: string;
                /** @description Where. */
                division: Record<string, never>;
                /**
                 * Format: date
                 * @description The first day on which a running limit ends.
                 */
                due?: string | null;
                /** @description English name of the procedure. */
                en: string;
                /**
                 * Format: uuid
                 * @description The household.
                 */
                household: string;
                /**
                 * Format: uuid
                 * @description Key.
                 */
                id: string;
                /** @description The worst lamp of what still runs. */
                lamp: string;
                next?: components["schemas"]["CaseNextLimit"] | null;
                /** @description Receipt number; none before acceptance. */
                number?: string | null;
                /**
                 * Format: date-time
                 * @description When it was opened.
                 */
                opened_at: string;
                /** @description Key of the procedure. */
                procedure: string;
                /** @description Key of the programme. */
                programme: string;
                /** @description What was decided. */
                result?: string | null;
                /**
                 * Format: int32
                 * @description How many events it has; send it with an act as `seen`.
                 */
                seen: number;
                /** @description open or closed. */
                status: string;
                /** @description Keys of the open steps. */
                steps: string[];
                /** @description A limit runs into a year whose working days are not published yet. */
                unknown_year: boolean;
                /** @description Who is to do what. */
                waits: components["schemas"]["CaseWait"][];
                /** @description Name of the procedure. */
                zh: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_ChangeAnswer: {
            /** @description The rows. */
            items: {
                /** @description 元 this month. */
                after: string;
                /** @description 元 last month. */
                before: string;
                /**
                 * Format: uuid
                 * @description The decision, where one changed the award.
                 */
                decision_id?: string | null;
                /** @description Where. */
                division: components["schemas"]["DivisionRef"];
                /**
                 * Format: uuid
                 * @description In which household.
                 */
                household_id: string;
                /** @description new, stopped, raised, lowered or moved. */
                kind: string;
                /** @description Whom. */
                person: components["schemas"]["PersonShown"];
                /** @description Why. */
                reason: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_ChangeView: {
            /** @description The rows. */
            items: {
                /** @description The last four digits. */
                account: string;
                bank: components["schemas"]["Named"];
                decided_by?: components["schemas"]["UserRef"] | null;
                division: components["schemas"]["DivisionRef"];
                holder: string;
                /** Format: uuid */
                household_id: string;
                /** Format: uuid */
                id: string;
                opinion?: string | null;
                person: components["schemas"]["PayeeView"];
                /** Format: date-time */
                proposed_at: string;
                proposed_by: components["schemas"]["UserRef"];
                reason: string;
                status: components["schemas"]["ChangeStatus"];
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_ClaimAnswer: {
            /** @description The rows. */
            items: {
                /** @description 元 */
                amount: string;
                /** @description Paid back so far. */
                collected: string;
                /** @description Where. */
                division: components["schemas"]["DivisionRef"];
                /** @description The month that was paid too much. */
                for_month: string;
                /** @description Handed to the treasury so far. */
                handed: string;
                /**
                 * Format: uuid
                 * @description In which household.
                 */
                household_id: string;
                /**
                 * Format: uuid
                 * @description Key.
                 */
                id: string;
                /** @description The month whose roll recovers. */
                month: string;
                /** @description Number of the sheet. */
                number: string;
                /** @description From whom. */
                person: components["schemas"]["PersonShown"];
                /** @description Key of the programme. */
                programme: string;
                /**
                 * Format: int32
                 * @description For If-Match.
                 */
                version: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_ClueView: {
            /** @description The rows. */
            items: {
                /** @description yes (查是) or no (查否). */
                answer?: string | null;
                answered_at?: string | null;
                answered_by?: components["schemas"]["UserRef"] | null;
                /**
                 * Format: date
                 * @description Day of the data.
                 */
                as_of?: string | null;
                /** @description The check that found it. */
                check: components["schemas"]["Named"];
                /** @description The clause that makes it a clue. */
                cite: string;
                conclusion?: components["schemas"]["Named"] | null;
                decided_at?: string | null;
                decided_by?: components["schemas"]["UserRef"] | null;
                /** @description Whose data it rests on. */
                department: string;
                division: components["schemas"]["DivisionRef"];
                /** Format: date */
                due?: string | null;
                en: string;
                handler?: components["schemas"]["UserRef"] | null;
                /** Format: uuid */
                household_id?: string | null;
                /** Format: uuid */
                id: string;
                /** @description Masked. */
                id_number?: string | null;
                /** @description What it is about, as reports name it. */
                kind: components["schemas"]["Named"];
                lamp: components["schemas"]["Lamp"];
                name: string;
                /** @description Public number. */
                number: string;
                office?: components["schemas"]["DivisionRef"] | null;
                opinion?: string | null;
                /** Format: uuid */
                person_id?: string | null;
                reason?: string | null;
                /** Format: uuid */
                run_id: string;
                /** @description high, medium or low. */
                severity: string;
                /** @description new, assigned, answered or closed. */
                status: components["schemas"]["Named"];
                /** Format: int32 */
                version: number;
                zh: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_DecisionAnswer: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                approved_at?: string | null;
                approved_by?: components["schemas"]["UserRef"] | null;
                /** @description What it concerns. */
                counts: components["schemas"]["Counts"];
                /** @description Where it was proposed. */
                division: components["schemas"]["DivisionRef"];
                /**
                 * @description First month of the effect.
                 * @example 2022-10
                 */
                effective_month: string;
                /**
                 * Format: uuid
                 * @description Key.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The import of an opening decision.
                 */
                import_id?: string | null;
                /**
                 * Format: uuid
                 * @description The job that writes a large decision, right after its approval.
                 */
                job?: string | null;
                /** @description opening, start, change, grace, stop or one_off. */
                kind: components["schemas"]["Named"];
                /** @description Public number, allotted at approval. */
                number?: string | null;
                /** @description What the second person said. */
                opinion?: string | null;
                /** @description The programme. */
                programme: components["schemas"]["Named"];
                /**
                 * Format: date-time
                 * @description When.
                 */
                proposed_at: string;
                /** @description The first person. */
                proposed_by: components["schemas"]["UserRef"];
                /** @description Why. */
                reason: string;
                /** @description proposed, applying, approved or rejected. */
                status: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_Delivery: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date
                 * @description The day of its data.
                 */
                as_of: string;
                /** @description The fields of the source and the columns they stand in. */
                columns: components["schemas"]["DeliveryColumn"][];
                /**
                 * Format: date-time
                 * @description When.
                 */
                created_at: string;
                /** @description Who uploaded it. */
                created_by: components["schemas"]["UserRef"];
                /** @description SM3 digest of the kept file, by which it is called. */
                digest?: string | null;
                /** @description For which area it came. */
                division: components["schemas"]["DivisionRef"];
                /** @description The file's name. */
                file_name: string;
                /**
                 * Format: uuid
                 * @description The key.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The job that takes it in.
                 */
                job?: string | null;
                /** @description Whether it completes the past although a later one is in force. */
                keep_older: boolean;
                /**
                 * Format: date-time
                 * @description Since when it is kept.
                 */
                kept_at?: string | null;
                /** @description The same in English. */
                problem_en?: string | null;
                /** @description Why it could not be taken in, in Chinese. */
                problem_zh?: string | null;
                rows?: components["schemas"]["DeliveryRows"] | null;
                /** @description Its source. */
                source: components["schemas"]["Named"];
                /** @description Where it stands. */
                status: components["schemas"]["DeliveryStatus"];
                /** @description The titles of the file. */
                titles: string[];
                /**
                 * Format: int32
                 * @description The version.
                 */
                version: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_DifferenceView: {
            /** @description The rows. */
            items: {
                division: components["schemas"]["DivisionRef"];
                /** Format: date */
                due?: string | null;
                /** @description The field that differs. */
                field: string;
                handled_at?: string | null;
                handled_by?: components["schemas"]["UserRef"] | null;
                handler?: components["schemas"]["UserRef"] | null;
                here?: components["schemas"]["SideView"] | null;
                /** Format: uuid */
                id: string;
                /** @description only_here, only_there, conflict, no_number or repeated. */
                kind: string;
                lamp: components["schemas"]["Lamp"];
                /** @description The kind of the list it stands in. */
                list: string;
                remark?: string | null;
                result?: components["schemas"]["Named"] | null;
                /** Format: int32 */
                seq: number;
                /** @description open or handled. */
                status: string;
                /** @description What the other side says. */
                theirs?: string | null;
                theirs_at?: string | null;
                there?: components["schemas"]["SideView"] | null;
                /** Format: int32 */
                version: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_Finding: {
            /** @description The rows. */
            items: {
                /** @description In English. */
                act_en?: string | null;
                /** @description What to do, in Chinese. */
                act_zh?: string | null;
                /**
                 * Format: date
                 * @description The oldest day of its sources.
                 */
                as_of?: string | null;
                /** @description `new`, `known` or `gone` in the run asked about, or since the last one. */
                change: string;
                /** @description The check. */
                check: components["schemas"]["Named"];
                /** @description The clause that makes it one. */
                cite: string;
                /**
                 * Format: date-time
                 * @description When it was found.
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                decided_at?: string | null;
                decided_by?: components["schemas"]["UserRef"] | null;
                /** @description Where the household lives. */
                division: components["schemas"]["DivisionRef"];
                /** @description In English. */
                en: string;
                /** @description The rows; only where the finding itself is opened. */
                evidence: components["schemas"]["FindingRow"][];
                /**
                 * Format: uuid
                 * @description The household.
                 */
                household: string;
                /** @description Its public number. */
                household_number: string;
                /**
                 * Format: uuid
                 * @description The key.
                 */
                id: string;
                /** @description The member's name, or that of the head. */
                name: string;
                /** @description A row bears another name than the member. */
                name_differs: boolean;
                /** @description What was decided, and why. */
                note?: string | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                objected_at?: string | null;
                /** @description What the family objects. */
                objection?: string | null;
                /**
                 * Format: uuid
                 * @description The member; none where it is about the household.
                 */
                person?: string | null;
                /** @description For what people were looked for. */
                purpose: components["schemas"]["Named"];
                /** @description `high`, `medium` or `low`. */
                severity: string;
                /** @description Where it stands. */
                status: components["schemas"]["FindingStatus"];
                /**
                 * Format: int32
                 * @description The version.
                 */
                version: number;
                /** @description What it says, in Chinese. */
                zh: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_GapRow: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date
                 * @description As of which day it was found.
                 */
                as_of: string;
                division: components["schemas"]["DivisionRef"];
                head_name: string;
                /** Format: uuid */
                household_id: string;
                household_number: string;
                /** @description may_claim, may_leave or to_check. */
                kind: string;
                /** @description Facts that are missing, by the names of the vocabulary. */
                missing: string[];
                /** @description What it would pay them a month, 元/月. */
                monthly?: string | null;
                /** @description Who accepts an application (受理单位); empty where the pack does not say. */
                office: string;
                /** @description What it would pay them once, 元. */
                once?: string | null;
                persons: components["schemas"]["GapPerson"][];
                programme: components["schemas"]["Named"];
                /** @description The department that decides it, where civil affairs does not. */
                refer_to?: string | null;
                /** @description The section that runs the programme. */
                section: components["schemas"]["Named"];
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_HouseholdRow: {
            /** @description The rows. */
            items: {
                address?: string | null;
                /**
                 * Format: int32
                 * @description Members whom an award covers.
                 */
                covered: number;
                division: components["schemas"]["DivisionRef"];
                head: components["schemas"]["HeadView"];
                /** Format: uuid */
                id: string;
                labels: string[];
                /** @description The sum of the last month in 元; missing while nothing was computed. */
                monthly_amount?: string | null;
                number: string;
                programmes: components["schemas"]["ProgrammeView"][];
                /**
                 * Format: int32
                 * @description Members.
                 */
                size: number;
                status: string;
                urban_rural?: string | null;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_Import: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date
                 * @description The day from which what it says holds.
                 */
                as_of: string;
                /**
                 * @description Keys of the programmes in which its rows claim a benefit, once it was applied; told of one
                 *     import, not in lists. A list of families claims none.
                 */
                claims?: string[] | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                created_at: string;
                /** @description Who uploaded it. */
                created_by: components["schemas"]["UserRef"];
                /** @description Its files. */
                files: components["schemas"]["ImportFileView"][];
                /**
                 * Format: uuid
                 * @description The key.
                 */
                id: string;
                job?: components["schemas"]["JobView"] | null;
                /** @description What is imported. */
                kind: components["schemas"]["Named"];
                /** @description `all` or `right`, once it was applied. */
                mode?: string | null;
                problem?: components["schemas"]["ProblemBody"] | null;
                /** @description Where it stands. */
                status: components["schemas"]["ImportStatus"];
                totals?: components["schemas"]["Totals"] | null;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_JobView: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was enqueued.
                 */
                created_at: string;
                /** @description By whom. */
                created_by: components["schemas"]["UserRef"];
                /**
                 * Format: int64
                 * @description Units done.
                 */
                done: number;
                error?: components["schemas"]["ProblemBody"] | null;
                /**
                 * Format: uuid
                 * @description The key.
                 */
                id: string;
                /** @description `slice.noun.verb`. */
                kind: string;
                /** @description What came out. */
                result?: Record<string, never> | null;
                /** @description The present stage in English. */
                stage_en?: string | null;
                /** @description The present stage in Chinese. */
                stage_zh?: string | null;
                /** @description `queued`, `running`, `done`, `failed` or `cancelled`. */
                status: string;
                /**
                 * Format: int64
                 * @description Units in all; 0 while unknown.
                 */
                total: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_LineAnswer: {
            /** @description The rows. */
            items: {
                /**
                 * @description 元
                 * @example 439.00
                 */
                amount: string;
                /** @description Class or tier. */
                class: string;
                /** @description What for. */
                component: components["schemas"]["Named"];
                /** @description Where. */
                division: components["schemas"]["DivisionRef"];
                /** @description The month it is for. */
                for_month: string;
                /**
                 * Format: uuid
                 * @description Within which household.
                 */
                household_id: string;
                /** @description current, arrears or recovery. */
                kind: string;
                /** @description Who is due. */
                person: components["schemas"]["PersonShown"];
                /**
                 * Format: int32
                 * @description Serial among one-off grants of a month.
                 */
                seq: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_LinkPair: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date
                 * @description The day of its data.
                 */
                as_of: string;
                /** @description It was decided about the same row of an earlier delivery. */
                carried: boolean;
                /** @description What else the row says; only where the pair itself is opened. */
                cells: components["schemas"]["LinkCell"][];
                /**
                 * Format: date-time
                 * @description When.
                 */
                decided_at?: string | null;
                decided_by?: components["schemas"]["UserRef"] | null;
                /**
                 * Format: uuid
                 * @description The delivery.
                 */
                delivery: string;
                /** @description Where it lives. */
                division: components["schemas"]["DivisionRef"];
                /** @description Both sides beside each other; only where the pair itself is opened. */
                fields: components["schemas"]["LinkField"][];
                /**
                 * Format: uuid
                 * @description The household.
                 */
                household: string;
                /** @description Its public number. */
                household_number: string;
                /**
                 * Format: uuid
                 * @description The key.
                 */
                id: string;
                /**
                 * Format: int32
                 * @description How likely the two are one person, in ten-thousandths.
                 */
                likelihood: number;
                /** @description The person's name. */
                name: string;
                /** @description Why it was decided so. */
                note?: string | null;
                /**
                 * Format: uuid
                 * @description The person on record.
                 */
                person: string;
                /** @description The same in English. */
                reason_en: string;
                /** @description What is wrong with the number in the row, in Chinese. */
                reason_zh: string;
                /**
                 * Format: int64
                 * @description Row in the file as it came.
                 */
                row: number;
                /**
                 * Format: int32
                 * @description The sum of the weights, in hundredths of a bit.
                 */
                score: number;
                /** @description Its source. */
                source: components["schemas"]["Named"];
                /** @description Where it stands. */
                status: components["schemas"]["LinkStatus"];
                /** @description The name in the row. */
                their_name: string;
                /**
                 * Format: int32
                 * @description The version.
                 */
                version: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_NameRow: {
            /** @description The rows. */
            items: {
                division: components["schemas"]["DivisionRef"];
                household: string;
                /**
                 * Format: uuid
                 * @description The household, where it is one on record.
                 */
                household_id?: string | null;
                /** @description Masked. */
                id_number?: string | null;
                /** @description The kind there. */
                kind: string;
                /** @description Kinds here. */
                kinds: string[];
                name: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_PaymentAnswer: {
            /** @description The rows. */
            items: {
                /** @description The account, masked. */
                account: string;
                /** @description 元 */
                amount: string;
                /**
                 * Format: int32
                 * @description How many households' lines it pays.
                 */
                households: number;
                /** @description Whose account. */
                payee: components["schemas"]["PersonShown"];
                /** @description Why rejected, in English. */
                reason_en: string;
                /** @description Why rejected, in Chinese. */
                reason_zh: string;
                /**
                 * Format: int32
                 * @description Serial within the batch.
                 */
                seq: number;
                /** @description pending, in_transit, paid, rejected or cancelled. */
                status: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_ReadBackView: {
            /** @description The rows. */
            items: {
                created_at: string;
                created_by: components["schemas"]["UserRef"];
                /** @description Why the whole file was refused, or the first wrong rows. */
                faults: components["schemas"]["RowFault"][];
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                job_id?: string | null;
                /** @description What the file was called. */
                name: string;
                /** Format: uuid */
                run_id: string;
                /** @description reading, done or refused. */
                status: string;
                /**
                 * Format: int64
                 * @description Answers that were taken.
                 */
                taken: number;
                /**
                 * Format: int64
                 * @description Rows that were not.
                 */
                wrong: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_Referral: {
            /** @description The rows. */
            items: {
                /** @description Who it is about and what is asked. */
                about: string;
                /** @description Whether the department grants it. */
                accepted?: boolean | null;
                answer?: string | null;
                /** Format: date-time */
                answered_at?: string | null;
                /** @description The department. */
                department: string;
                division: components["schemas"]["DivisionRef"];
                /**
                 * Format: date
                 * @description By when an answer is due.
                 */
                due: string;
                /**
                 * Format: uuid
                 * @description The household, where it is on record.
                 */
                household?: string | null;
                /** Format: uuid */
                id: string;
                /** @description How near that is. */
                lamp: components["schemas"]["Lamp"];
                /** @description Key of the matter. */
                matter: string;
                /** @description Township, year and serial. */
                number: string;
                /** Format: date-time */
                opened_at: string;
                /** Format: date-time */
                received_at?: string | null;
                /** @description Who signed for it at the department. */
                received_by?: string | null;
                status: components["schemas"]["ReferralStatus"];
                /**
                 * Format: uuid
                 * @description The submission it came from.
                 */
                submission?: string | null;
                /** Format: date-time */
                told_at?: string | null;
                /** @description How the citizen was told. */
                told_how?: string | null;
                /** Format: int32 */
                version: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_RejectView: {
            /** @description The rows. */
            items: {
                /** @description The stable code of the reason. */
                code: string;
                /** @description Title of the column at fault, where one cell is. */
                column?: string | null;
                /** @description In English. */
                en: string;
                /** @description The row was kept all the same, without that cell. */
                kept: boolean;
                /**
                 * Format: int64
                 * @description Row in the file, as a spreadsheet counts.
                 */
                row: number;
                /** @description In Chinese. */
                zh: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_Release: {
            /** @description The rows. */
            items: {
                approved_by?: components["schemas"]["UserRef"] | null;
                /**
                 * Format: date-time
                 * @description When it was proposed.
                 */
                created_at: string;
                /** @description SM3 digest of its texts (GB/T 32905), 64 hexadecimal digits. */
                digest: string;
                /** @description Faults of its texts; a pack with faults is not stored, so there are none. */
                faults: string[];
                /**
                 * Format: date
                 * @description The first day on which it counts.
                 */
                from: string;
                /**
                 * Format: uuid
                 * @description Its key.
                 */
                id: string;
                /** @description Who proposed it. */
                proposed_by: components["schemas"]["UserRef"];
                /** @description Where it stands today. */
                status: components["schemas"]["ReleaseStatus"];
                /** @description Its number. */
                version: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_RollAnswer: {
            /** @description The rows. */
            items: (components["schemas"]["Sums"] & {
                /** @description Head of the audit chain when the roll was approved. */
                anchor?: string | null;
                approved_by?: components["schemas"]["UserRef"] | null;
                /** @description By component. */
                by_component: components["schemas"]["ByComponent"][];
                /** @description By township, for a county; else by village. */
                by_division: components["schemas"]["ByDivision"][];
                /** @description What changed, in persons. */
                changes: components["schemas"]["Changes"];
                /**
                 * Format: uuid
                 * @description Key.
                 */
                id: string;
                /**
                 * @description The month.
                 * @example 2022-10
                 */
                month: string;
                /** @description What the checker said. */
                opinion?: string | null;
                /** @description The maker. */
                prepared_by: components["schemas"]["UserRef"];
                previous?: components["schemas"]["Sums"] | null;
                printed?: components["schemas"]["Beside"] | null;
                /** @description The programme. */
                programme: components["schemas"]["Named"];
                /** @description 元 to be taken back. */
                recovery: string;
                /** @description computing, draft, submitted, approved or locked. */
                status: string;
                /**
                 * Format: int64
                 * @description Awards whose amount cannot be told, because facts are missing.
                 */
                unresolved: number;
                /**
                 * Format: int32
                 * @description For If-Match.
                 */
                version: number;
            })[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_RowView: {
            /** @description The rows. */
            items: {
                /** @description Title → cell; numbers are masked. */
                cells: {
                    [key: string]: string;
                };
                /** @description What is wrong. */
                faults: components["schemas"]["FaultView"][];
                /** @description The file's key. */
                file: string;
                /** @description How its household is called. */
                household: string;
                /**
                 * Format: int64
                 * @description The row's number in the file.
                 */
                row: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_Run: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date
                 * @description The day whose rules and deliveries count.
                 */
                as_of: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                created_at: string;
                /** @description Who asked. */
                created_by: components["schemas"]["UserRef"];
                /** @description What it was compared with. */
                deliveries: components["schemas"]["RunDelivery"][];
                /** @description Where. */
                division: components["schemas"]["DivisionRef"];
                /**
                 * Format: date-time
                 * @description When it ended.
                 */
                ended_at?: string | null;
                /**
                 * Format: int64
                 * @description Findings that were not there before (异动).
                 */
                fresh: number;
                /**
                 * Format: int64
                 * @description Findings that are there no more.
                 */
                gone: number;
                /**
                 * Format: int64
                 * @description 户 looked for.
                 */
                households: number;
                /**
                 * Format: uuid
                 * @description The key.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The job, where it runs as one.
                 */
                job?: string | null;
                /**
                 * Format: int64
                 * @description Findings that were known.
                 */
                known: number;
                /**
                 * Format: int64
                 * @description 人 looked for.
                 */
                persons: number;
                /** @description For what people were looked for. */
                purpose: components["schemas"]["Named"];
                /** @description Why. */
                reason?: string | null;
                /** @description `running`, `done`, `failed` or `cancelled`. */
                status: string;
                /** @description `listed`, `in_benefit` or `not_in_benefit`. */
                subjects: string;
                /** @description What could not be told; never “nothing found”. */
                unanswered: components["schemas"]["UnansweredView"][];
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_RunView: {
            /** @description The rows. */
            items: {
                created_at: string;
                created_by: components["schemas"]["UserRef"];
                division: components["schemas"]["DivisionRef"];
                /** Format: uuid */
                id: string;
                /**
                 * Format: uuid
                 * @description The job that works on it.
                 */
                job_id?: string | null;
                /** @description The month whose awards the list is made of. */
                month: string;
                /** @description Why it broke off, or what it could not answer. */
                note?: string | null;
                /** @description Public number. */
                number: string;
                /** @description The programmes chosen; all where empty. */
                programmes: components["schemas"]["Named"][];
                /** @description supervision (people in benefit) or discovery (gaps). */
                purpose: components["schemas"]["Named"];
                /** @description gathering, comparing, done or failed. */
                status: components["schemas"]["Named"];
                title: string;
                /**
                 * Format: uuid
                 * @description The run of `verify` that compared it.
                 */
                verify_run_id?: string | null;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_SimulationFamily: {
            /** @description The rows. */
            items: {
                /** @description 元/月; none where it cannot be told. */
                after?: string | null;
                /** @description 元/月; none where it cannot be told. */
                before?: string | null;
                division: components["schemas"]["DivisionRef"];
                head_name: string;
                /** Format: uuid */
                household_id: string;
                household_number: string;
                /** @description enter, leave, raise, lower or possible. */
                kind: string;
                /** Format: int32 */
                persons_after: number;
                /** Format: int32 */
                persons_before: number;
                programme: components["schemas"]["Named"];
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_SubjectRow: {
            /** @description The rows. */
            items: {
                division: components["schemas"]["DivisionRef"];
                head: string;
                /** Format: uuid */
                household_id: string;
                /** @description 防返贫类型, where the family stands in a list of the rural-revitalisation office. */
                kind?: string | null;
                number: string;
                /** Format: int64 */
                persons: number;
                programmes: components["schemas"]["Named"][];
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_SubmissionRow: {
            /** @description The rows. */
            items: {
                /** @description The first member named. */
                applicant: string;
                /**
                 * Format: uuid
                 * @description The case it became.
                 */
                case?: string | null;
                division: components["schemas"]["DivisionRef"];
                /** @description Whether somebody helped. */
                helped: boolean;
                /** Format: uuid */
                id: string;
                number?: string | null;
                /** @description How many people. */
                persons: number;
                procedure: string;
                status: components["schemas"]["SubmissionStatus"];
                /** Format: date-time */
                submitted_at?: string | null;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_TaskView: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was opened.
                 */
                created_at: string;
                /** @description Where. */
                division: components["schemas"]["DivisionRef"];
                /**
                 * Format: date
                 * @description The last day on time.
                 */
                due?: string | null;
                /**
                 * Format: uuid
                 * @description The key.
                 */
                id: string;
                /** @description `slice.noun.verb` of what is to be done. */
                kind: string;
                /** @description How near that is. */
                lamp: components["schemas"]["Lamp"];
                /** @description What it is about. */
                noun: string;
                /** @description Which one. */
                subject_id: string;
                /** @description In English. */
                title_en: string;
                /** @description In Chinese. */
                title_zh: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_User: {
            /** @description The rows. */
            items: {
                /** @description The roles held, with their areas. */
                grants: components["schemas"]["Grant"][];
                /**
                 * Format: uuid
                 * @description The user's key.
                 */
                id: string;
                /**
                 * Format: date-time
                 * @description When the person last signed in.
                 */
                last_login?: string | null;
                /** @description The login name. */
                login: string;
                /** @description The person's name. */
                name: string;
                /** @description Where the person works. */
                organisation: components["schemas"]["OrganisationRef"];
                /** @description Whether the person may sign in; `locked` also while a time lock runs. */
                status: components["schemas"]["UserStatus"];
                /**
                 * Format: int32
                 * @description For `If-Match`.
                 */
                version: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_VerificationRequest: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When the report came.
                 */
                answered_at?: string | null;
                /** @description Name of the applicant. */
                applicant: string;
                /**
                 * Format: date
                 * @description The day it was asked for.
                 */
                asked_on: string;
                /**
                 * Format: uuid
                 * @description The batch it went with.
                 */
                batch?: string | null;
                /**
                 * Format: uuid
                 * @description The case.
                 */
                case: string;
                /** @description Receipt number of the case. */
                case_number?: string | null;
                /** @description Where the family lives. */
                division: Record<string, never>;
                /**
                 * Format: date
                 * @description The day by which the platform is to answer.
                 */
                due?: string | null;
                /**
                 * Format: int32
                 * @description How many lines of the report found something.
                 */
                found?: number | null;
                /**
                 * Format: uuid
                 * @description Key.
                 */
                id: string;
                /** @description How near that is. */
                lamp: components["schemas"]["Lamp"];
                /** @description Its number, which the report names. */
                number: string;
                /**
                 * Format: int32
                 * @description How many people are queried.
                 */
                persons: number;
                /** @description Key of the programme. */
                programme: string;
                /** @description What it is asked for. */
                purpose: components["schemas"]["ConsentPurpose"];
                /**
                 * Format: uuid
                 * @description The report.
                 */
                report?: string | null;
                /**
                 * Format: date-time
                 * @description When it was sent.
                 */
                sent_at?: string | null;
                /** @description Where it stands. */
                status: components["schemas"]["RequestStatus"];
                /**
                 * Format: int32
                 * @description Version.
                 */
                version: number;
                /**
                 * Format: int32
                 * @description How many of the family cannot be, because they have no identity number.
                 */
                without_number: number;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description One page. */
        Page_VisitView: {
            /** @description The rows. */
            items: {
                act_en?: string | null;
                /** @description What to do. */
                act_zh?: string | null;
                check: components["schemas"]["Named"];
                cite: string;
                division: components["schemas"]["DivisionRef"];
                done_by?: components["schemas"]["UserRef"] | null;
                /** Format: date */
                due?: string | null;
                en: string;
                /** Format: uuid */
                household_id?: string | null;
                /** Format: uuid */
                id: string;
                lamp: components["schemas"]["Lamp"];
                /** @description The person to see, or the head of the household. */
                name: string;
                outcome?: components["schemas"]["Named"] | null;
                /** Format: uuid */
                person_id?: string | null;
                remark?: string | null;
                /** Format: uuid */
                run_id: string;
                /** @description open or done. */
                status: string;
                /** Format: int32 */
                version: number;
                /** Format: date */
                visited_on?: string | null;
                zh: string;
            }[];
            /** @description The cursor of the next page, when there may be one. */
            next?: string | null;
            total?: components["schemas"]["Total"] | null;
        };
        /** @description A dated value. */
        Parameter: {
            /** @description The document. */
            cite: string;
            en: string;
            /** Format: date */
            from: string;
            /** @description The name that formulas use. */
            name: string;
            /** @description The place that gives the value; the nation has the code 000000000000. */
            place: components["schemas"]["DivisionRef"];
            /** Format: date */
            to?: string | null;
            unit: string;
            /** @description As written in the pack. */
            value: string;
            /** @description Whether the document was read. */
            verified: boolean;
        };
        /** @description A parameter through time and place. */
        ParameterDetail: {
            en: string;
            /** @description A case keeps the value of its day of acceptance. */
            kept: boolean;
            name: string;
            note?: string | null;
            now?: components["schemas"]["Parameter"] | null;
            /** @description May have no value at a place that runs programmes. */
            open: boolean;
            /** @description No formula uses it; it is kept for reading. */
            reference: boolean;
            unit: string;
            used_by: components["schemas"]["ParameterUse"][];
            /** @description All values of the place and of those above it: the nearest place first, by date. */
            values: components["schemas"]["Parameter"][];
        };
        /** @description The values of a place. */
        ParameterList: {
            items: components["schemas"]["Parameter"][];
        };
        /** @description A formula that speaks of a parameter. */
        ParameterUse: {
            en: string;
            formula: string;
            /** @description condition, component, check or variable. */
            kind: string;
            programme: components["schemas"]["Named"];
            zh: string;
        };
        /**
         * @description Which part of a programme a formula is.
         * @enum {string}
         */
        Part: "step" | "condition" | "amount";
        /** @description The old password and the new one. */
        PasswordChange: {
            new: string;
            old: string;
        };
        /** @description A payee by key and name. */
        PayeeView: {
            /**
             * Format: uuid
             * @description The person.
             */
            id: string;
            /** @description The name. */
            name: string;
        };
        /** @description One payment. */
        PaymentAnswer: {
            /** @description The account, masked. */
            account: string;
            /** @description 元 */
            amount: string;
            /**
             * Format: int32
             * @description How many households' lines it pays.
             */
            households: number;
            /** @description Whose account. */
            payee: components["schemas"]["PersonShown"];
            /** @description Why rejected, in English. */
            reason_en: string;
            /** @description Why rejected, in Chinese. */
            reason_zh: string;
            /**
             * Format: int32
             * @description Serial within the batch.
             */
            seq: number;
            /** @description pending, in_transit, paid, rejected or cancelled. */
            status: string;
        };
        /** @description A person by key and name. */
        PersonRef: {
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description Name. */
            name: string;
        };
        /** @description A person as lists show one. */
        PersonShown: {
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description ID number, masked. */
            id_number: string;
            /** @description Name. */
            name: string;
        };
        /** @description A phrase. */
        Phrase: {
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description The words. */
            text: string;
        };
        /** @description One thing that changed. */
        PolicyChange: {
            after?: components["schemas"]["PolicySide"] | null;
            before?: components["schemas"]["PolicySide"] | null;
            en: string;
            /** @description rule_set, document, programme, exclusion, condition, component, check, guide, variable or parameter. */
            kind: string;
            /** @description The Chinese word for the kind. */
            kind_zh: string;
            name: string;
            /** @description Key of the programme; empty where it belongs to none. */
            programme: string;
        };
        /** @description What changed. */
        PolicyChanges: {
            items: components["schemas"]["PolicyChange"][];
        };
        /** @description Another programme that goes before, or steps back. */
        PolicyExclusion: {
            cite: string;
            programme: components["schemas"]["Named"];
        };
        /** @description A fact that formulas of the programme speak of. */
        PolicyFact: {
            en: string;
            /** @description person, household, supporter or award. */
            entity: string;
            name: string;
            note?: string | null;
            unit: string;
        };
        /** @description One formula: a condition, a step, an amount or a limit. */
        PolicyFormula: {
            cite: string;
            en: string;
            /** @description Whose: person, household, supporter or award. */
            entity: string;
            formula: string;
            /** Format: date */
            from: string;
            /** @description Key, or the name that formulas use. */
            key: string;
            /** @description Names of facts, parameters and steps that the formula speaks of. */
            names: string[];
            /** @description Paid once, not every month. */
            once: boolean;
            /** @description The place that says it. */
            place: string;
            table?: components["schemas"]["PolicyTable"] | null;
            /** Format: date */
            to?: string | null;
            /** @description Unit of the result; empty where it has none. */
            unit: string;
            /** @description Whether the document was read. */
            verified: boolean;
            zh: string;
        };
        /** @description A place with rules of its own. */
        PolicyPlace: {
            /** @description 12 digits; the nation has the code 000000000000. */
            code: string;
            /** @description How deep it lies: 0 is the nation. */
            depth: number;
            en: string;
            /**
             * Format: date
             * @description From which day programmes are run there by this pack.
             */
            runs_from?: string | null;
            zh: string;
        };
        /** @description The places of the pack, each after the one that it inherits from. */
        PolicyPlaces: {
            items: components["schemas"]["PolicyPlace"][];
            /** @description The place of the pack in which the asker's own area lies. */
            own: components["schemas"]["PolicyPlace"];
            /** @description The release in force on that day. */
            release: string;
            rule_set?: components["schemas"]["PolicyRuleSet"] | null;
        };
        /** @description The national rules of a stretch of time. */
        PolicyRuleSet: {
            en: string;
            /** Format: date */
            from: string;
            key: string;
            /** Format: date */
            to?: string | null;
            zh: string;
        };
        /** @description One side of a change. */
        PolicySide: {
            /** @description The document. */
            cite: string;
            /** Format: date */
            from?: string | null;
            /** @description The place that says it. */
            place: string;
            /** Format: date */
            to?: string | null;
            /** @description Its unit; empty where it has none. */
            unit: string;
            /** @description The value or formula. */
            value: string;
            /** @description Whether the document was read. */
            verified: boolean;
        };
        /** @description A decision table, to be read as one. */
        PolicyTable: {
            /** @description What comes out where no row matches. */
            default?: string | null;
            /** @description The hit policy by the letters of the DMN standard: U, A, F, P, C, C+, C<, C>, C#. */
            hit: string;
            /** @description What is asked, one for each column. */
            inputs: string[];
            rows: components["schemas"]["PolicyTableRow"][];
        };
        /** @description A row of a decision table. */
        PolicyTableRow: {
            /** @description One for each column: `是`, `≥ 60`, `[16 … 60)`, `—` where it does not matter. */
            cells: string[];
            output: string;
        };
        /** @description One way into a programme. */
        PolicyWay: {
            /** @description To whom the programme speaks at all. */
            applies: components["schemas"]["PolicyFormula"][];
            /** @description What must hold. */
            conditions: components["schemas"]["PolicyFormula"][];
            covered?: components["schemas"]["PolicyFormula"] | null;
            /** @description household, single (one member by himself) or person. */
            kind: string;
        };
        /** @description A family on the list that hangs. */
        PostedFamily: {
            /** @description What is proposed, 元; a month or once as the programme pays. */
            amount?: string | null;
            /** @description The applicant's name, all but its first character hidden. */
            applicant: string;
            /** @description For how many it is proposed. */
            covered?: string | null;
            en: string;
            /** @description How many people live in the family. */
            persons?: number | null;
            /**
             * Format: date
             * @description Since when it hangs.
             */
            posted_on: string;
            /** @description Key of the programme. */
            programme: string;
            /**
             * Format: date
             * @description Its last day.
             */
            until: string;
            /** @description What is applied for. */
            zh: string;
        };
        /** @description A copy that may be fetched now. */
        Printed: {
            /**
             * Format: uuid
             * @description The letter.
             */
            letter: string;
            /**
             * Format: int32
             * @description Which copy this is, from 1.
             */
            nth: number;
            /** @description Its number. */
            number: string;
        };
        /** @description A problem document (RFC 9457, `application/problem+json`). */
        ProblemBody: {
            /** @description The stable code. */
            code: string;
            /** @description The detail in the reader's language. */
            detail?: string | null;
            /** @description The detail in English. */
            detail_en?: string | null;
            /** @description The detail in Chinese. */
            detail_zh?: string | null;
            /** @description The faults, each with its place. */
            errors: components["schemas"]["ProblemError"][];
            /** @description The request id, under which the log knows more. */
            instance?: string | null;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The title in the reader's language. */
            title: string;
            /** @description The title in English. */
            title_en: string;
            /** @description The title in Chinese. */
            title_zh: string;
            /** @description `about:blank#` and the code. */
            type: string;
        };
        /** @description One fault of a problem document. */
        ProblemError: {
            /** @description In English. */
            en: string;
            /** @description A JSON pointer into the request, or a column name. */
            pointer: string;
            /**
             * Format: int64
             * @description The row of a file.
             */
            row?: number | null;
            /** @description In Chinese. */
            zh: string;
        };
        /** @description A procedure. */
        ProcedureView: {
            /** @description The document it rests on. */
            cite: string;
            /** @description English name. */
            en: string;
            /** @description Key. */
            key: string;
            /** @description application, relief, change, recheck, reduction, stop, grace, death, head or move. */
            kind: string;
            /** @description Whether the asker holds one of them today, or stands in for somebody who does. */
            may: boolean;
            /** @description Keys of the roles that may open a case. */
            openers: string[];
            /** @description Key of the programme. */
            programme: string;
            /** @description The rule set of today. */
            rules: string;
            /** @description Name. */
            zh: string;
        };
        /** @description A programme. */
        Programme: {
            /** @description The document. */
            cite: string;
            components: components["schemas"]["ProgrammeComponent"][];
            en: string;
            key: string;
            /** @description The section that runs it. */
            section: string;
            /** @description What a decision says of an award. */
            terms: components["schemas"]["ProgrammeTerm"][];
            /** @description household or person. */
            unit: string;
            zh: string;
        };
        /** @description A part of what a programme pays. */
        ProgrammeComponent: {
            /** @description The clause. */
            cite: string;
            en: string;
            /** @description Whose amount: person, household or award. */
            entity: string;
            /** @description The formula in force. */
            formula: string;
            key: string;
            /** @description Paid once, not every month. */
            once: boolean;
            /** @description 元/月, or 元 where it is paid once. */
            unit: string;
            /** @description Whether the document was read. */
            verified: boolean;
            zh: string;
        };
        /** @description A programme with everything that makes it. */
        ProgrammeDetail: {
            /** @description Steps that other programmes declare and its formulas speak of. */
            borrowed: components["schemas"]["PolicyFormula"][];
            checks: components["schemas"]["PolicyFormula"][];
            cite: string;
            components: components["schemas"]["PolicyFormula"][];
            en: string;
            /** @description An estimate that orders work and entitles nobody to anything. */
            estimate: boolean;
            facts: components["schemas"]["PolicyFact"][];
            /** Format: date */
            from: string;
            funds: components["schemas"]["Named"][];
            /** @description Programmes that step back before it. */
            goes_before: components["schemas"]["PolicyExclusion"][];
            guide?: components["schemas"]["Matter"] | null;
            key: string;
            /** @description Parameters that its formulas speak of and that have no value here on that day. */
            missing_parameters: string[];
            /** @description Values that its formulas speak of. */
            parameters: components["schemas"]["Parameter"][];
            /** @description The place that brings it in. */
            place: string;
            section: components["schemas"]["Named"];
            /** Format: date */
            to?: string | null;
            /** @description household or person. */
            unit: string;
            /** @description Intermediate steps of this programme. */
            variables: components["schemas"]["PolicyFormula"][];
            ways: components["schemas"]["PolicyWay"][];
            /** @description Programmes before which it steps back. */
            yields_to: components["schemas"]["PolicyExclusion"][];
            zh: string;
        };
        /** @description The programmes of a place. */
        ProgrammeList: {
            items: components["schemas"]["Programme"][];
        };
        /** @description A programme this month and the month before. */
        ProgrammeNumbers: components["schemas"]["Numbers"] & {
            en: string;
            key: string;
            previous: components["schemas"]["Numbers"];
            zh: string;
        };
        /** @description A fact that a decision on a programme states. */
        ProgrammeTerm: {
            /** @description In English. */
            en: string;
            /** @description The vocabulary name. */
            name: string;
            /** @description Whether the amount cannot be told without it. */
            required: boolean;
            /** @description The values of its code list; empty where it is no code. */
            values: string[];
        };
        /** @description A programme of a household. */
        ProgrammeView: {
            class?: string | null;
            en: string;
            key: string;
            zh: string;
        };
        /** @description A step as the family sees it: no name of an officer, no reason of the file. */
        ProgressStop: {
            /** @description English name. */
            en: string;
            /**
             * Format: date-time
             * @description When it was finished.
             */
            finished?: string | null;
            /** @description done, passed, current, ahead or left. */
            place: string;
            /** @description Name. */
            zh: string;
        };
        /** @description A matter with its seven fields (黄石《救助事项指导目录》), and what can be done about it here. */
        PublicMatter: components["schemas"]["Matter"] & {
            /** @description What can be applied for at the portal. */
            apply: components["schemas"]["Applicable"][];
        };
        /** @description The catalogue. */
        PublicMatters: {
            items: components["schemas"]["PublicMatter"][];
        };
        /** @description Proof that one side published its list. */
        Published: {
            /**
             * Format: uuid
             * @description Who recorded it.
             */
            by: string;
            /**
             * Format: uuid
             * @description The proof: a photograph, if one was handed in.
             */
            file_id?: string | null;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Where it hung or stood. */
            place: string;
            /**
             * Format: date
             * @description Last day.
             */
            to: string;
        };
        /** @description A file that was read back. */
        ReadBackView: {
            created_at: string;
            created_by: components["schemas"]["UserRef"];
            /** @description Why the whole file was refused, or the first wrong rows. */
            faults: components["schemas"]["RowFault"][];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            job_id?: string | null;
            /** @description What the file was called. */
            name: string;
            /** Format: uuid */
            run_id: string;
            /** @description reading, done or refused. */
            status: string;
            /**
             * Format: int64
             * @description Answers that were taken.
             */
            taken: number;
            /**
             * Format: int64
             * @description Rows that were not.
             */
            wrong: number;
        };
        /** @description Who signed for it. */
        Receipt: {
            /** @description Name and office. */
            by: string;
        };
        /** @description Money that came back. */
        ReceiptView: {
            amount: string;
            created_at: string;
            /** Format: date */
            day: string;
            receipt: string;
        };
        /** @description By programme. */
        Reconciliation: {
            items: components["schemas"]["Line"][];
        };
        /** @description What is due and what came back. */
        Recovered: {
            /** Format: uuid */
            clue_id: string;
            recovered: string;
            to_recover: string;
        };
        /** @description Money that came back. */
        RecoveryReceipt: {
            /** @description 元. */
            amount: string;
            /**
             * Format: date
             * @description The day of the receipt.
             */
            day: string;
            /** @description Its number. */
            receipt: string;
        };
        /** @description What was done to put it right. */
        RectificationReport: {
            /** @description The measure: stopped, adjusted, recovered … */
            measure: string;
            /** @description What proves it: number of a decision, of a receipt, of a paper in the file. */
            proof: string;
            /** @description 元 that were paid wrongly and are to be recovered. */
            to_recover?: string | null;
        };
        /** @description Rectifications by state. */
        RectificationTally: {
            /** Format: int64 */
            accepted: number;
            /**
             * Format: int64
             * @description Persons held to account.
             */
            accountable: number;
            /**
             * Format: int64
             * @description Confirmed clues that ask for a rectification.
             */
            clues: number;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            open: number;
            /** @description 元 recovered. */
            recovered: string;
            /** @description 元 to be recovered. */
            to_recover: string;
        };
        /** @description How a clue that is so is put right. */
        RectificationView: {
            accepted_by?: components["schemas"]["UserRef"] | null;
            done_by?: components["schemas"]["UserRef"] | null;
            /** Format: date */
            due?: string | null;
            measure: string;
            opinion?: string | null;
            proof?: string | null;
            receipts: components["schemas"]["ReceiptView"][];
            recovered: string;
            /** @description open, done or accepted. */
            status: string;
            to_recover: string;
        };
        /** @description The state after a step. */
        Rectified: {
            /** Format: uuid */
            clue_id: string;
            /** @description open, done or accepted. */
            status: string;
        };
        /** @description A referral. */
        Referral: {
            /** @description Who it is about and what is asked. */
            about: string;
            /** @description Whether the department grants it. */
            accepted?: boolean | null;
            answer?: string | null;
            /** Format: date-time */
            answered_at?: string | null;
            /** @description The department. */
            department: string;
            division: components["schemas"]["DivisionRef"];
            /**
             * Format: date
             * @description By when an answer is due.
             */
            due: string;
            /**
             * Format: uuid
             * @description The household, where it is on record.
             */
            household?: string | null;
            /** Format: uuid */
            id: string;
            /** @description How near that is. */
            lamp: components["schemas"]["Lamp"];
            /** @description Key of the matter. */
            matter: string;
            /** @description Township, year and serial. */
            number: string;
            /** Format: date-time */
            opened_at: string;
            /** Format: date-time */
            received_at?: string | null;
            /** @description Who signed for it at the department. */
            received_by?: string | null;
            status: components["schemas"]["ReferralStatus"];
            /**
             * Format: uuid
             * @description The submission it came from.
             */
            submission?: string | null;
            /** Format: date-time */
            told_at?: string | null;
            /** @description How the citizen was told. */
            told_how?: string | null;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description Where a referral stands.
         * @enum {string}
         */
        ReferralStatus: "sent" | "received" | "answered" | "told";
        /** @description How many rows or cells there were for one reason. */
        RejectCount: {
            /** @description The stable code of the reason, or the name of a field whose cells were left out. */
            code: string;
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description In English. */
            en: string;
            /** @description In Chinese. */
            zh: string;
        };
        /** @description A row that could not be used, or a cell that was left out. */
        RejectView: {
            /** @description The stable code of the reason. */
            code: string;
            /** @description Title of the column at fault, where one cell is. */
            column?: string | null;
            /** @description In English. */
            en: string;
            /** @description The row was kept all the same, without that cell. */
            kept: boolean;
            /**
             * Format: int64
             * @description Row in the file, as a spreadsheet counts.
             */
            row: number;
            /** @description In Chinese. */
            zh: string;
        };
        /** @description Somebody named beside the members of a household. The identity number says who it is. */
        RelatedPerson: {
            /** @description The identity number (GB 11643), 15 or 18 digits. */
            id_number: string;
            /** @description The name. */
            name: string;
            /** @description Telephone. */
            phone?: string | null;
        };
        /** @description A release. */
        Release: {
            approved_by?: components["schemas"]["UserRef"] | null;
            /**
             * Format: date-time
             * @description When it was proposed.
             */
            created_at: string;
            /** @description SM3 digest of its texts (GB/T 32905), 64 hexadecimal digits. */
            digest: string;
            /** @description Faults of its texts; a pack with faults is not stored, so there are none. */
            faults: string[];
            /**
             * Format: date
             * @description The first day on which it counts.
             */
            from: string;
            /**
             * Format: uuid
             * @description Its key.
             */
            id: string;
            /** @description Who proposed it. */
            proposed_by: components["schemas"]["UserRef"];
            /** @description Where it stands today. */
            status: components["schemas"]["ReleaseStatus"];
            /** @description Its number. */
            version: string;
        };
        /** @description A check of a release. */
        ReleaseCheck: components["schemas"]["CheckReport"] & {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who asked for it. */
            by: components["schemas"]["UserRef"];
        };
        /** @description A release with what it rests on and how its texts were checked. */
        ReleaseDetail: components["schemas"]["Release"] & {
            /** @description The checks, the latest first. */
            checks: components["schemas"]["ReleaseCheck"][];
            /**
             * Format: date-time
             * @description When it was approved or rejected.
             */
            decided_at?: string | null;
            paper?: components["schemas"]["ReleasePaper"] | null;
            /**
             * @description Documents that count on its first day and whose values it would take back; only while it
             *     waits.
             */
            takes_back: components["schemas"]["TakenBack"][];
        };
        /** @description A fault of a text, or a test that failed. */
        ReleaseFault: {
            en: string;
            /** @description File and line. */
            place: string;
            zh: string;
        };
        /** @description The document that a release carries out. */
        ReleasePaper: {
            changes: components["schemas"]["AmendedValue"][];
            /** @description Number and clause. */
            cite: string;
            /** @description Where its values hold. */
            place: components["schemas"]["DivisionRef"];
            title: string;
        };
        /** @description The release of the pack that was in force. */
        ReleaseShown: {
            /** @description SM3 digest of its texts. */
            digest: string;
            /** @description Version. */
            version: string;
        };
        /**
         * @description Where a release stands today.
         * @enum {string}
         */
        ReleaseStatus: "proposed" | "in_force" | "superseded" | "rejected";
        /** @description Money for a township's reserve. */
        Replenishment: {
            /** @description 元 */
            amount: string;
            /** @description The document or voucher that it came by. */
            document: string;
        };
        /** @description What the department says. */
        Reply: {
            /** @description Whether it grants what was asked. */
            accepted: boolean;
            /** @description Its answer. */
            answer: string;
        };
        /**
         * @description Where a request stands.
         * @enum {string}
         */
        RequestStatus: "ready" | "sent" | "answered" | "cancelled";
        /** @description A township's reserve. */
        Reserve: {
            /** @description What it holds, 元. */
            balance: string;
            /** @description Whether movements, ledger and kept balances agree to the fen. */
            balanced: boolean;
            /** @description What was paid out, 元. */
            paid: string;
            /**
             * Format: int64
             * @description How many families were paid from it.
             */
            payments: number;
            /** @description What came in since its beginning, 元. */
            replenished: string;
            /** @description The township. */
            township: components["schemas"]["DivisionRef"];
        };
        /** @description One movement of a reserve. */
        ReserveEntry: {
            /** @description 元 */
            amount: string;
            /** @description What the reserve holds after it, 元. */
            balance: string;
            /** @description Who wrote it. */
            by: components["schemas"]["UserRef"];
            /**
             * Format: uuid
             * @description The case that was paid.
             */
            case?: string | null;
            /** @description `in` or `out`. */
            kind: string;
            /** @description The document of a replenishment, the receipt number of a payment. */
            note: string;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /**
             * Format: int64
             * @description Its number in the township, from 1, without gaps.
             */
            seq: number;
        };
        /** @description Money that was asked for a township's reserve. */
        ReserveRequest: {
            /** @description 元 */
            amount: string;
            /**
             * Format: date-time
             * @description When.
             */
            decided_at?: string | null;
            decided_by?: components["schemas"]["UserRef"] | null;
            /** @description The document or voucher that it comes by. */
            document: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description What the second person said. */
            opinion?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            proposed_at: string;
            /** @description Who asked. */
            proposed_by: components["schemas"]["UserRef"];
            /** @description proposed, approved or rejected. */
            status: string;
            /** @description The township. */
            township: components["schemas"]["DivisionRef"];
            /**
             * Format: int32
             * @description Its version.
             */
            version: number;
        };
        /** @description The password to hand over, which is shown this once. */
        ResetPassword: {
            initial_password: string;
        };
        /** @description A value, condition or formula that rests on a document. */
        Resting: {
            /** @description The articles named. */
            articles: string[];
            cite: string;
            /** Format: date */
            from?: string | null;
            /** @description Whether it holds on the day asked for. */
            holds: boolean;
            /** @description parameter, statistic, programme, exclusion, condition, component, check, guide, variable, fund … */
            kind: string;
            kind_zh: string;
            name: string;
            /** @description The place that says it. */
            place: string;
            /** @description Key of the programme it belongs to. */
            programme?: string | null;
            /** Format: date */
            to?: string | null;
        };
        /** @description A document that a form rests on. */
        RestsOn: {
            /** @description Articles and the like; empty where none is named. */
            articles: string;
            /** @description Its number, or its title where it has none; it is found by that. */
            name: string;
            title: string;
        };
        /** @description What somebody found out. */
        ResultDecision: {
            /** @description Why, and how it was found out. */
            note: string;
            /** @description `confirmed`: it is so; `cleared`: it is not so, or does not matter. */
            verdict: string;
        };
        /** @description What the family objects. */
        ResultObjection: {
            /** @description Their words. */
            objection: string;
        };
        /** @description The value. */
        Revealed: {
            value: string;
        };
        /**
         * @description Which value.
         * @enum {string}
         */
        RevealField: "id_number" | "phone" | "account";
        /** @description What to show, and why. */
        RevealRequest: {
            field: components["schemas"]["RevealField"];
            reason: string;
        };
        /** @description A role of the pack. */
        Role: {
            en: string;
            key: string;
            /** @description The level of division at which it is granted. */
            level: string;
            /** @description What it allows, as patterns. */
            permissions: string[];
            zh: string;
        };
        /** @description A roll. */
        RollAnswer: components["schemas"]["Sums"] & {
            /** @description Head of the audit chain when the roll was approved. */
            anchor?: string | null;
            approved_by?: components["schemas"]["UserRef"] | null;
            /** @description By component. */
            by_component: components["schemas"]["ByComponent"][];
            /** @description By township, for a county; else by village. */
            by_division: components["schemas"]["ByDivision"][];
            /** @description What changed, in persons. */
            changes: components["schemas"]["Changes"];
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /**
             * @description The month.
             * @example 2022-10
             */
            month: string;
            /** @description What the checker said. */
            opinion?: string | null;
            /** @description The maker. */
            prepared_by: components["schemas"]["UserRef"];
            previous?: components["schemas"]["Sums"] | null;
            printed?: components["schemas"]["Beside"] | null;
            /** @description The programme. */
            programme: components["schemas"]["Named"];
            /** @description 元 to be taken back. */
            recovery: string;
            /** @description computing, draft, submitted, approved or locked. */
            status: string;
            /**
             * Format: int64
             * @description Awards whose amount cannot be told, because facts are missing.
             */
            unresolved: number;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /** @description The roll and the job that computes it. */
        RollCreated: {
            /**
             * Format: uuid
             * @description The job.
             */
            job: string;
            /** @description The roll. */
            roll: components["schemas"]["RollAnswer"];
        };
        /** @description Which roll. */
        RollRequest: {
            /**
             * @description Recompute every award from this closed month on: a standard raised for
             *     months already paid (提标补发).
             */
            arrears_from?: string | null;
            /**
             * @description The month.
             * @example 2022-10
             */
            month: string;
            /** @description Key of the programme. */
            programme: string;
        };
        /** @description What is wrong with a row. */
        RowFault: {
            en: string;
            /**
             * Format: int64
             * @description Row of the file, as a spreadsheet counts; nought for the whole file.
             */
            row: number;
            zh: string;
        };
        /** @description A row of a file. */
        RowView: {
            /** @description Title → cell; numbers are masked. */
            cells: {
                [key: string]: string;
            };
            /** @description What is wrong. */
            faults: components["schemas"]["FaultView"][];
            /** @description The file's key. */
            file: string;
            /** @description How its household is called. */
            household: string;
            /**
             * Format: int64
             * @description The row's number in the file.
             */
            row: number;
        };
        /** @description A run. */
        Run: {
            /**
             * Format: date
             * @description The day whose rules and deliveries count.
             */
            as_of: string;
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
            /** @description Who asked. */
            created_by: components["schemas"]["UserRef"];
            /** @description What it was compared with. */
            deliveries: components["schemas"]["RunDelivery"][];
            /** @description Where. */
            division: components["schemas"]["DivisionRef"];
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at?: string | null;
            /**
             * Format: int64
             * @description Findings that were not there before (异动).
             */
            fresh: number;
            /**
             * Format: int64
             * @description Findings that are there no more.
             */
            gone: number;
            /**
             * Format: int64
             * @description 户 looked for.
             */
            households: number;
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /**
             * Format: uuid
             * @description The job, where it runs as one.
             */
            job?: string | null;
            /**
             * Format: int64
             * @description Findings that were known.
             */
            known: number;
            /**
             * Format: int64
             * @description 人 looked for.
             */
            persons: number;
            /** @description For what people were looked for. */
            purpose: components["schemas"]["Named"];
            /** @description Why. */
            reason?: string | null;
            /** @description `running`, `done`, `failed` or `cancelled`. */
            status: string;
            /** @description `listed`, `in_benefit` or `not_in_benefit`. */
            subjects: string;
            /** @description What could not be told; never “nothing found”. */
            unanswered: components["schemas"]["UnansweredView"][];
        };
        /** @description A delivery that a run was compared with. */
        RunDelivery: {
            /**
             * Format: date
             * @description The day of its data.
             */
            as_of: string;
            /**
             * Format: uuid
             * @description The delivery.
             */
            delivery: string;
            /** @description Its source. */
            source: components["schemas"]["Named"];
        };
        /** @description A run with its counts. */
        RunOverview: {
            /** @description Who was on the list. */
            checked: components["schemas"]["Heads"];
            clues: components["schemas"]["Tally"];
            /** @description Households with a finding; persons whom one names, or whose household one is about. */
            found: components["schemas"]["Heads"];
            /**
             * Format: int64
             * @description Source records in all.
             */
            records: number;
            rectifications: components["schemas"]["RectificationTally"];
            run: components["schemas"]["RunView"];
            sources: components["schemas"]["ComparedSource"][];
            visits: components["schemas"]["VisitTally"];
        };
        /** @description A run as clients see it. */
        RunView: {
            created_at: string;
            created_by: components["schemas"]["UserRef"];
            division: components["schemas"]["DivisionRef"];
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The job that works on it.
             */
            job_id?: string | null;
            /** @description The month whose awards the list is made of. */
            month: string;
            /** @description Why it broke off, or what it could not answer. */
            note?: string | null;
            /** @description Public number. */
            number: string;
            /** @description The programmes chosen; all where empty. */
            programmes: components["schemas"]["Named"][];
            /** @description supervision (people in benefit) or discovery (gaps). */
            purpose: components["schemas"]["Named"];
            /** @description gathering, comparing, done or failed. */
            status: components["schemas"]["Named"];
            title: string;
            /**
             * Format: uuid
             * @description The run of `verify` that compared it.
             */
            verify_run_id?: string | null;
        };
        /** @description Clues by key, or all that a filter finds. */
        Selection: {
            /** @default null */
            filter?: components["schemas"]["ClueFilter"] | null;
            /**
             * @description Keys of clues; the filter counts where there are none.
             * @default []
             */
            ids?: string[];
        };
        /** @description What one side says of the person. */
        SideView: {
            household: string;
            /** Format: uuid */
            household_id?: string | null;
            /** @description Masked, where there is a valid one. */
            id_number?: string | null;
            /** @description All kinds of that side. */
            kinds: string[];
            name: string;
            /** @description The field that differs, as this side has it. */
            value?: string | null;
        };
        /** @description What another rule would change. */
        SimulationAnswer: {
            /** @description The release compared with. */
            against?: string | null;
            /** @description Every household once. */
            all: components["schemas"]["SimulationSide"];
            /** @description Populations of exactly this place that the pack gives for the day. */
            bases: components["schemas"]["SimulationBase"][];
            changed: components["schemas"]["SimulationChanged"][];
            divisions: components["schemas"]["SimulationDivision"][];
            funds: components["schemas"]["SimulationCost"][];
            /** Format: int64 */
            households: number;
            month: string;
            /** Format: date */
            on: string;
            /** Format: int64 */
            persons: number;
            place: components["schemas"]["DivisionRef"];
            programmes: components["schemas"]["SimulationProgramme"][];
            /**
             * Format: date-time
             * @description When the records were read.
             */
            read_at: string;
            /** @description The release in force on the day. */
            release: string;
            /**
             * Format: int64
             * @description Households whose facts on record contradict each other: their awards count, nothing else.
             */
            unreadable: number;
            /** @description Whether awards are on record: they are what is paid before. Else whoever qualifies is. */
            with_awards: boolean;
        };
        /**
         * @description A number of people of the place, such as its agricultural population: what those paid are a
         *     share of.
         */
        SimulationBase: {
            /** @description The document that gives it. */
            cite: string;
            en: string;
            name: string;
            /** Format: int64 */
            persons: number;
        };
        /** @description A changed value or formula. */
        SimulationChange: {
            /**
             * @description The parameter or formula; `名称.条目` for one entry of a table.
             * @example 农村低保标准
             */
            name: string;
            /**
             * @description The value with or without its unit, as packs write it, or the text of the formula.
             * @example 5800元/年
             */
            value: string;
        };
        /** @description A change as it was understood. */
        SimulationChanged: {
            after: string;
            /** @description The value before; none where there was none on the day. */
            before?: string | null;
            /** @description The clause of the value before. */
            cite: string;
            /** @description The English name; empty for a formula. */
            en: string;
            /** @description Whether it is a formula. */
            formula: boolean;
            name: string;
            unit: string;
        };
        /** @description A part of the cost on both sides: a component, a fund. */
        SimulationCost: {
            /** @description 元/月. */
            baseline: string;
            name: components["schemas"]["Named"];
            /** @description 元/月. */
            variant: string;
        };
        /** @description A township of a county, a village of a township. */
        SimulationDivision: {
            division: components["schemas"]["DivisionRef"];
            side: components["schemas"]["SimulationSide"];
        };
        /** @description A simulation, and which of its families. */
        SimulationFamiliesRequest: {
            /**
             * @description Only below this division.
             * @default null
             */
            division?: string | null;
            /**
             * @description enter, leave, raise, lower or possible; all where left out.
             * @default null
             */
            kind?: string | null;
            /**
             * @description Only one programme.
             * @default null
             */
            programme?: string | null;
            /**
             * @description What is tried out.
             * @default {
             *       "place": null,
             *       "on": null,
             *       "changes": [],
             *       "release": null,
             *       "programmes": [],
             *       "fresh": false
             *     }
             */
            simulation?: components["schemas"]["SimulationRequest"];
        };
        /** @description A family for whom a programme comes out differently. */
        SimulationFamily: {
            /** @description 元/月; none where it cannot be told. */
            after?: string | null;
            /** @description 元/月; none where it cannot be told. */
            before?: string | null;
            division: components["schemas"]["DivisionRef"];
            head_name: string;
            /** Format: uuid */
            household_id: string;
            household_number: string;
            /** @description enter, leave, raise, lower or possible. */
            kind: string;
            /** Format: int32 */
            persons_after: number;
            /** Format: int32 */
            persons_before: number;
            programme: components["schemas"]["Named"];
        };
        /** @description A programme. */
        SimulationProgramme: {
            components: components["schemas"]["SimulationCost"][];
            /** @description The places where anything differs. */
            divisions: components["schemas"]["SimulationDivision"][];
            programme: components["schemas"]["Named"];
            side: components["schemas"]["SimulationSide"];
        };
        /** @description What is to be tried out, where, and as of which day. */
        SimulationRequest: {
            /**
             * @description What is changed.
             * @default []
             */
            changes?: components["schemas"]["SimulationChange"][];
            /**
             * @description Whether the records are read again, whatever is still in memory.
             * @default false
             */
            fresh?: boolean;
            /**
             * Format: date
             * @description As of which day; today where left out. Facts of a day to come are those of today.
             * @default null
             */
            on?: string | null;
            /**
             * @description A division within one's area, at whose level the changes are made; one's own where left out.
             * @default null
             */
            place?: string | null;
            /**
             * @description Keys of the programmes; all where empty.
             * @default []
             */
            programmes?: string[];
            /**
             * Format: uuid
             * @description A release to compare with, in place of changes: one that waits for approval, or another.
             * @default null
             */
            release?: string | null;
        };
        /** @description Both sides of something. */
        SimulationSide: {
            /** @description Paid, with an amount that cannot be told and is in no sum. */
            amount_unknown: components["schemas"]["SimulationSums"];
            /** @description As the rules stand. */
            baseline: components["schemas"]["SimulationSums"];
            /** @description Whether the two sides differ. */
            differs: boolean;
            /** @description Newly paid; the money is what they get. */
            entering: components["schemas"]["SimulationSums"];
            /**
             * @description Qualify and hold nothing, as the rules stand (应享未享). The sum over all programmes leaves
             *     out what other departments decide.
             */
            gap_baseline: components["schemas"]["SimulationSums"];
            /** @description The same by the changed rules. */
            gap_variant: components["schemas"]["SimulationSums"];
            /** @description Not paid any more; the money is what they got. */
            leaving: components["schemas"]["SimulationSums"];
            /** @description Paid less; the money is the difference. */
            lowered: components["schemas"]["SimulationSums"];
            /** @description Hold an award and do not qualify any more, as the rules stand. */
            over_baseline: components["schemas"]["SimulationSums"];
            /** @description The same by the changed rules. */
            over_variant: components["schemas"]["SimulationSums"];
            /** @description Failed before and may enter, once missing facts are known. */
            possible: components["schemas"]["SimulationSums"];
            /** @description Paid more; the money is the difference. */
            raised: components["schemas"]["SimulationSums"];
            /** @description Whether they qualify is unknown, by the changed rules. */
            unknown: components["schemas"]["SimulationSums"];
            /** @description By the changed rules. */
            variant: components["schemas"]["SimulationSums"];
        };
        /** @description Families, persons, and what it costs a month. */
        SimulationSums: {
            /** Format: int64 */
            households: number;
            /** @description 元/月. */
            monthly: string;
            /** Format: int64 */
            persons: number;
        };
        /** @description A source and how it stands. */
        SourceDue: {
            /**
             * Format: date
             * @description The day of the data in force.
             */
            as_of?: string | null;
            /** @description `monthly`, `quarterly`, `yearly` or `on_event`. */
            cycle: string;
            /**
             * Format: uuid
             * @description The delivery in force.
             */
            delivery?: string | null;
            /** @description Who delivers it. */
            department: string;
            /**
             * Format: date
             * @description The last day on time of the one that is due or comes next.
             */
            due?: string | null;
            /** @description For what it may be used, and why. */
            grounds: components["schemas"]["GroundView"][];
            /**
             * Format: int64
             * @description Deliveries kept so far.
             */
            kept: number;
            lamp: components["schemas"]["Lamp"];
            /** @description `property`, `income`, `status` or `need`. */
            nature: string;
            source: components["schemas"]["Named"];
            status: components["schemas"]["DueStatus"];
        };
        /** @description How a delivery is taken in. */
        StartDelivery: {
            mapping?: components["schemas"]["BTreeMap"] | null;
        };
        /** @description One new award. */
        StartItem: {
            /** @description Facts that the decision states, by vocabulary names: 低保类别, 供养方式 … */
            facts?: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description Who holds the award; the head of the household, or the person, when missing.
             */
            holder_id?: string | null;
            /**
             * Format: uuid
             * @description The household.
             */
            household_id: string;
            /** @description Covered persons, members of the household, in order. */
            members: string[];
            /** @description Why, where it differs from the reason of the whole. */
            reason?: string;
            /** @description Last month, where the end is known. */
            to_month?: string | null;
        };
        /** @description New awards of one programme from one month on. */
        StartRequest: {
            /**
             * @description First month of benefit.
             * @example 2022-10
             */
            from_month: string;
            /** @description The awards. */
            items: components["schemas"]["StartItem"][];
            /** @description Key of the programme. */
            programme: string;
            /** @description Why. */
            reason: string;
        };
        /** @description One step. */
        Step: {
            actor: components["schemas"]["UserRef"];
            /** Format: date-time */
            at: string;
            changes: unknown[];
            en: string;
            operation: string;
            zh: string;
        };
        /** @description One award that ends. */
        StopItem: {
            /**
             * Format: uuid
             * @description The award.
             */
            award_id: string;
            /** @description Why, where it differs from the reason of the whole. */
            reason?: string;
        };
        /** @description Ends of awards of one programme. */
        StopRequest: {
            /**
             * @description First month without payment. A month already paid is recovered in the next roll.
             * @example 2022-10
             */
            from_month: string;
            /** @description The awards. */
            items: components["schemas"]["StopItem"][];
            /** @description Key of the programme. */
            programme: string;
            /** @description Why. */
            reason: string;
        };
        /** @description A family of a list. */
        SubjectRow: {
            division: components["schemas"]["DivisionRef"];
            head: string;
            /** Format: uuid */
            household_id: string;
            /** @description 防返贫类型, where the family stands in a list of the rural-revitalisation office. */
            kind?: string | null;
            number: string;
            /** Format: int64 */
            persons: number;
            programmes: components["schemas"]["Named"][];
        };
        /** @description A submission as officers see it. */
        Submission: {
            /** @description Who wrote it: the name of the account. */
            author: string;
            /**
             * Format: uuid
             * @description The case it became.
             */
            case?: string | null;
            content: components["schemas"]["SubmissionContent"];
            division: components["schemas"]["DivisionRef"];
            /** Format: uuid */
            id: string;
            note?: string | null;
            number?: string | null;
            /** @description Photographs; each is downloaded as a file. */
            photos: components["schemas"]["SubmissionPhoto"][];
            procedure: string;
            status: components["schemas"]["SubmissionStatus"];
            /** Format: date-time */
            submitted_at?: string | null;
            /** Format: int32 */
            version: number;
        };
        /** @description The authorisation to ask other departments and banks (民发〔2021〕57号 第十七条). */
        SubmissionAuthorisation: {
            /**
             * @description The text was read and agreed to.
             * @default false
             */
            agreed?: boolean;
            /**
             * @description Who signed on the screen; the drawing is a photograph of kind `signature`.
             * @default
             */
            signed_by?: string;
        };
        /**
         * @description Everything that a citizen writes down. A draft may be empty; [`Content::complete`] says what
         *     is missing before it can be handed in.
         */
        SubmissionContent: {
            /**
             * @description Where the family lives.
             * @default
             */
            address?: string;
            /**
             * @description Answers to the questions about income and property, by vocabulary name, as written.
             * @default {}
             */
            answers?: {
                [key: string]: string;
            };
            /**
             * @description The authorisation.
             * @default {
             *       "agreed": false,
             *       "signed_by": ""
             *     }
             */
            authorisation?: components["schemas"]["SubmissionAuthorisation"];
            /** @default null */
            helper?: components["schemas"]["SubmissionHelper"] | null;
            /**
             * @description The family, the head first (户主).
             * @default []
             */
            members?: components["schemas"]["SubmittedRelative"][];
            /**
             * @description A telephone at which the family can be reached.
             * @default
             */
            phone?: string;
            /**
             * @description What happened and what is needed, in the family's own words.
             * @default
             */
            statement?: string;
        };
        /** @description What a citizen writes. */
        SubmissionDraft: {
            /** @description What is written so far. */
            content?: components["schemas"]["SubmissionContent"];
            /**
             * @description The village or community where the family lives (or where the emergency happened); the
             *     citizen's own where it is not said.
             */
            division?: string | null;
            /** @description Key of the procedure, as the catalogue of the portal names it. */
            procedure: string;
        };
        /** @description Who writes for somebody else, and by what right. */
        SubmissionHelper: {
            /**
             * @description The family knows and agrees.
             * @default false
             */
            agreed?: boolean;
            /**
             * @description child, relative, neighbour, village_worker, other.
             * @default
             */
            relation?: string;
        };
        /** @description A photograph. */
        SubmissionPhoto: {
            /**
             * Format: date-time
             * @description When it was added.
             */
            added_at: string;
            /**
             * Format: uuid
             * @description Key of the file.
             */
            id: string;
            /** @description identity, register_book, income, illness, disability, house, signature or other. */
            kind: string;
            /** @description Its media type. */
            media: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
        };
        /** @description A submission in the officers' list. */
        SubmissionRow: {
            /** @description The first member named. */
            applicant: string;
            /**
             * Format: uuid
             * @description The case it became.
             */
            case?: string | null;
            division: components["schemas"]["DivisionRef"];
            /** @description Whether somebody helped. */
            helped: boolean;
            /** Format: uuid */
            id: string;
            number?: string | null;
            /** @description How many people. */
            persons: number;
            procedure: string;
            status: components["schemas"]["SubmissionStatus"];
            /** Format: date-time */
            submitted_at?: string | null;
        };
        /**
         * @description Where a submission stands.
         * @enum {string}
         */
        SubmissionStatus: "draft" | "submitted" | "returned" | "taken" | "withdrawn";
        /** @description Where the family stands in the register. */
        SubmissionTaken: {
            /**
             * Format: uuid
             * @description The household on record; where none is named, the family is entered as it wrote itself down.
             * @default null
             */
            household?: string | null;
        };
        /** @description Somebody of the family, as a citizen names one. */
        SubmittedRelative: {
            /**
             * Format: date
             * @description Birth date, where there is no number.
             * @default null
             */
            birth?: string | null;
            /**
             * @description What ails the person, in the family's own words.
             * @default
             */
            health?: string;
            /**
             * @description 公民身份号码; may be missing for newborns and people without registration.
             * @default null
             */
            id_number?: string | null;
            /**
             * @description Name.
             * @default
             */
            name?: string;
            /**
             * @description Relation to the head, GB/T 4761.
             * @default
             */
            relation?: string;
        };
        /** @description 户, 人 and 元. */
        Sums: {
            /**
             * @description 元
             * @example 1317.00
             */
            amount: string;
            /**
             * Format: int64
             * @description 户
             */
            households: number;
            /**
             * Format: int64
             * @description 人
             */
            persons: number;
        };
        /** @description A column of the cross-table. */
        TableColumn: {
            en: string;
            /** @description Whether the totals add it. */
            in_total: boolean;
            /** @description Whether all members of the households are counted, and not only those covered. */
            members: boolean;
            zh: string;
        };
        /** @description A row of the cross-table. */
        TableRow: {
            /** @description All of that kind. */
            all: components["schemas"]["Cell"];
            /** @description By column. */
            cells: components["schemas"]["Cell"][];
            /** @description The sum of the columns in the total: somebody in two counts twice. */
            gross: components["schemas"]["Cell"];
            /** @description The kind there. */
            kind: string;
            /** @description Those in any of these columns, each once. */
            net: components["schemas"]["Cell"];
        };
        /** @description A document whose values a release does not hold. */
        TakenBack: {
            /** @description Number and clause. */
            cite: string;
            /**
             * Format: date
             * @description The first day of its values.
             */
            from: string;
            title: string;
            /** @description Number of the release that carried it out. */
            version: string;
        };
        /** @description Clues counted. */
        Tally: {
            /** Format: int64 */
            answered: number;
            /** Format: int64 */
            assigned: number;
            /** Format: int64 */
            clues: number;
            /**
             * Format: int64
             * @description Confirmed as not so (查否).
             */
            no: number;
            /**
             * Format: int64
             * @description Neither confirmed yet.
             */
            open: number;
            /**
             * Format: int64
             * @description Open and late.
             */
            overdue: number;
            /**
             * Format: int64
             * @description Open ones by state: with nobody in charge, being looked into, waiting for a second person.
             */
            unassigned: number;
            /**
             * Format: int64
             * @description Confirmed as so (查是).
             */
            yes: number;
        };
        /** @description A task as clients see it. */
        TaskView: {
            /**
             * Format: date-time
             * @description When it was opened.
             */
            created_at: string;
            /** @description Where. */
            division: components["schemas"]["DivisionRef"];
            /**
             * Format: date
             * @description The last day on time.
             */
            due?: string | null;
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /** @description `slice.noun.verb` of what is to be done. */
            kind: string;
            /** @description How near that is. */
            lamp: components["schemas"]["Lamp"];
            /** @description What it is about. */
            noun: string;
            /** @description Which one. */
            subject_id: string;
            /** @description In English. */
            title_en: string;
            /** @description In Chinese. */
            title_zh: string;
        };
        /** @description A place of a document. */
        TemplatePlace: {
            /** @description English. */
            en: string;
            /** @description Its name, as it is written between the braces. */
            name: string;
            /** @description The names of a list's rows; empty for a plain place. */
            rows: string[];
        };
        /** @description A version that was put in. */
        TemplateTaken: {
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /**
             * Format: uuid
             * @description Key of the version.
             */
            id: string;
        };
        /** @description A version of an office. */
        TemplateVersion: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who put it in. */
            by: components["schemas"]["UserRef"];
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description Name of the file. */
            name: string;
            /** @description Why. */
            note: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /** @description ahead, now or over. */
            state: string;
            /**
             * Format: int32
             * @description From 1.
             */
            version: number;
            /** @description The office goes back to the pack's text. */
            withdrawn: boolean;
        };
        /** @description From when, and why. */
        TemplateWithdrawal: {
            /**
             * Format: date
             * @description First day of the pack's text; today where it is left out.
             */
            from?: string | null;
            /** @description Why. */
            note: string;
        };
        /** @description Terms of an award. */
        TermsAnswer: {
            /**
             * Format: uuid
             * @description The decision.
             */
            decision_id: string;
            /** @description The facts that the decision states. */
            facts: {
                [key: string]: unknown;
            };
            /** @description First month. */
            from_month: string;
            /** @description Last month. */
            to_month?: string | null;
        };
        /** @description Open tasks. */
        Todo: {
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            red: number;
        };
        /** @description How the citizen was told. */
        Told: {
            /** @description By telephone, at home, in writing. */
            how: string;
        };
        /** @description Counts beside a list. */
        Total: {
            /** @description The sum in 元, where it has a meaning. */
            amount?: string | null;
            /**
             * Format: int64
             * @description 户, where it has a meaning.
             */
            households?: number | null;
            /**
             * Format: int64
             * @description 人, where it has a meaning.
             */
            persons?: number | null;
            /**
             * Format: int64
             * @description All rows.
             */
            rows: number;
        };
        /** @description All programmes together. */
        TotalNumbers: components["schemas"]["Numbers"] & {
            previous: components["schemas"]["Numbers"];
        };
        /** @description Counts of an import. */
        Totals: {
            /**
             * Format: int64
             * @description Households that it has otherwise.
             */
            changed: number;
            /**
             * Format: int64
             * @description 户.
             */
            households: number;
            /**
             * Format: int64
             * @description Households that the register does not have.
             */
            new: number;
            /**
             * Format: int64
             * @description 人.
             */
            persons: number;
            /**
             * Format: int64
             * @description Households without fault.
             */
            right: number;
            /**
             * Format: int64
             * @description Households that it has just so.
             */
            same: number;
            /**
             * Format: int64
             * @description Households with a fault.
             */
            wrong: number;
        };
        /** @description One row of the board. */
        TotalsRow: components["schemas"]["Tally"] & {
            group: components["schemas"]["Named"];
        };
        /** @description A check that could not be answered. */
        UnansweredView: {
            /** @description The check. */
            check: components["schemas"]["Named"];
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            /** @description Sources that it reads and that were not compared. */
            missing: components["schemas"]["Named"][];
        };
        /** @description A source and what it may be used for. */
        UsableSource: {
            /** @description People who are in no case and in no payment may be looked for in it. */
            discovery: boolean;
            en: string;
            key: string;
            /** @description People in benefit may be looked for in it. */
            supervision: boolean;
            zh: string;
        };
        /** @description A member of staff. */
        User: {
            /** @description The roles held, with their areas. */
            grants: components["schemas"]["Grant"][];
            /**
             * Format: uuid
             * @description The user's key.
             */
            id: string;
            /**
             * Format: date-time
             * @description When the person last signed in.
             */
            last_login?: string | null;
            /** @description The login name. */
            login: string;
            /** @description The person's name. */
            name: string;
            /** @description Where the person works. */
            organisation: components["schemas"]["OrganisationRef"];
            /** @description Whether the person may sign in; `locked` also while a time lock runs. */
            status: components["schemas"]["UserStatus"];
            /**
             * Format: int32
             * @description For `If-Match`.
             */
            version: number;
        };
        /** @description What may change; what is left out stays. */
        UserChange: {
            name?: string | null;
            /** Format: uuid */
            organisation_id?: string | null;
            status?: components["schemas"]["UserStatus"] | null;
        };
        /** @description A user by key and name. */
        UserRef: {
            /**
             * Format: uuid
             * @description The key.
             */
            id: string;
            /** @description The name. */
            name: string;
        };
        /**
         * @description Whether a user may sign in.
         * @enum {string}
         */
        UserStatus: "active" | "locked" | "disabled";
        /** @description A batch. */
        VerificationBatch: {
            /** @description SM3 digest of the file. */
            digest: string;
            /**
             * Format: date
             * @description The day by which the platform is to answer.
             */
            due: string;
            /**
             * Format: uuid
             * @description The file, at `/files/{file}`.
             */
            file: string;
            /**
             * Format: date-time
             * @description When it was handed over.
             */
            handed_at?: string | null;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            made_at: string;
            /** @description Its name. */
            name: string;
            /** @description Its number. */
            number: string;
            /**
             * Format: int32
             * @description Persons.
             */
            persons: number;
            /**
             * Format: int32
             * @description Households.
             */
            requests: number;
        };
        /** @description What one source says. */
        VerificationBlock: {
            /** @description Whether the platform answered for it at all. */
            answered: boolean;
            /** @description The clause on which querying it rests. */
            cite: string;
            /** @description English name. */
            en: string;
            /** @description Whether something was found. */
            found: boolean;
            /** @description Its lines. */
            lines: components["schemas"]["VerificationFinding"][];
            /** @description Key of the source. */
            source: string;
            /** @description Name. */
            zh: string;
        };
        /** @description What came of fetching: the result of the job. */
        VerificationFetch: {
            /** @description Households whose report was read before. */
            again: number;
            /** @description Files that waited. */
            files: number;
            /** @description Files that answer requests of other offices only; they wait on, and are not named. */
            others: number;
            /** @description Files with faults; they wait on, and nothing of them was taken. */
            refused: components["schemas"]["VerificationRefused"][];
            /** @description Households whose report is new. */
            reports: number;
        };
        /** @description A line of a report with what became of it. No `Debug`: details are sealed. */
        VerificationFinding: {
            /**
             * Format: date
             * @description When.
             */
            decided_on?: string | null;
            /** @description What. */
            details: string;
            /** @description Whether something was found. */
            found: boolean;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /**
             * Format: date
             * @description When.
             */
            objected_on?: string | null;
            /** @description What the family said. */
            objection?: string | null;
            /** @description What was decided, and why. */
            outcome?: string | null;
            /**
             * Format: uuid
             * @description The person.
             */
            person: string;
            /** @description Key of the source. */
            source: string;
            /** @description Where it stands. */
            state: components["schemas"]["FindingState"];
            /**
             * Format: int32
             * @description Version.
             */
            version: number;
        };
        /** @description Where the verification of a case stands. */
        VerificationGate: {
            /** @description A request that was not cancelled is on record. */
            asked: boolean;
            /**
             * Format: int64
             * @description Findings to which the family objects and whose recheck is due.
             */
            objected: number;
            /**
             * Format: int64
             * @description Findings of it on which nobody has decided.
             */
            open: number;
            /**
             * Format: uuid
             * @description The report in force: the last one read.
             */
            report?: string | null;
            /**
             * Format: date
             * @description Its day.
             */
            reported_on?: string | null;
            /**
             * Format: uuid
             * @description The last request that was not cancelled.
             */
            request?: string | null;
        };
        /** @description What a file brings. */
        VerificationReading: {
            /** @description How many of the file were read before and change nothing. */
            again: number;
            /** @description Reports that are new. */
            reports: components["schemas"]["VerificationReportLine"][];
        };
        /** @description A file of which nothing was taken. */
        VerificationRefused: {
            /** @description Its name. */
            name: string;
            /** @description Why, fault by fault. */
            problem: components["schemas"]["ProblemBody"];
        };
        /** @description The report of a household. */
        VerificationReport: {
            /** @description A block per source, those that were not answered too. */
            blocks: components["schemas"]["VerificationBlock"][];
            /**
             * Format: int32
             * @description In how many lines something was found.
             */
            found: number;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description The platform's number. */
            number: string;
            /** @description The people. */
            people: components["schemas"]["VerificationReportPerson"][];
            /** @description English name of the programme. */
            programme_en: string;
            /** @description Name of the programme. */
            programme_zh: string;
            /**
             * Format: date-time
             * @description When it was read.
             */
            read_at: string;
            /**
             * Format: date
             * @description The platform's day.
             */
            reported_on: string;
            /** @description The request it answers. */
            request: components["schemas"]["VerificationRequest"];
        };
        /** @description What one report of the file says. */
        VerificationReportLine: {
            /**
             * Format: date
             * @description Its day.
             */
            day: string;
            /** @description How many found something. */
            found: number;
            /** @description How many lines. */
            lines: number;
            /** @description The platform's number. */
            number: string;
            /** @description The request. */
            request: components["schemas"]["VerificationRequest"];
        };
        /** @description Somebody in a report. */
        VerificationReportPerson: {
            /** @description As what. */
            capacity: components["schemas"]["Capacity"];
            /** @description In how many lines something was found. */
            found: number;
            /** @description The number, masked. */
            id_number: string;
            /** @description The name. */
            name: string;
            /**
             * Format: uuid
             * @description The person.
             */
            person: string;
        };
        /** @description A request. */
        VerificationRequest: {
            /**
             * Format: date-time
             * @description When the report came.
             */
            answered_at?: string | null;
            /** @description Name of the applicant. */
            applicant: string;
            /**
             * Format: date
             * @description The day it was asked for.
             */
            asked_on: string;
            /**
             * Format: uuid
             * @description The batch it went with.
             */
            batch?: string | null;
            /**
             * Format: uuid
             * @description The case.
             */
            case: string;
            /** @description Receipt number of the case. */
            case_number?: string | null;
            /** @description Where the family lives. */
            division: Record<string, never>;
            /**
             * Format: date
             * @description The day by which the platform is to answer.
             */
            due?: string | null;
            /**
             * Format: int32
             * @description How many lines of the report found something.
             */
            found?: number | null;
            /**
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description How near that is. */
            lamp: components["schemas"]["Lamp"];
            /** @description Its number, which the report names. */
            number: string;
            /**
             * Format: int32
             * @description How many people are queried.
             */
            persons: number;
            /** @description Key of the programme. */
            programme: string;
            /** @description What it is asked for. */
            purpose: components["schemas"]["ConsentPurpose"];
            /**
             * Format: uuid
             * @description The report.
             */
            report?: string | null;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            sent_at?: string | null;
            /** @description Where it stands. */
            status: components["schemas"]["RequestStatus"];
            /**
             * Format: int32
             * @description Version.
             */
            version: number;
            /**
             * Format: int32
             * @description How many of the family cannot be, because they have no identity number.
             */
            without_number: number;
        };
        /** @description A request with its people. */
        VerificationRequestDetail: components["schemas"]["VerificationRequest"] & {
            /** @description Who is queried. */
            people: components["schemas"]["VerificationSubject"][];
        };
        /** @description Somebody of a request. */
        VerificationSubject: {
            /** @description As what. */
            capacity: components["schemas"]["Capacity"];
            /** @description The number, masked. */
            id_number: string;
            /** @description The name. */
            name: string;
            /**
             * Format: uuid
             * @description The person.
             */
            person: string;
        };
        /** @description What a verification found. */
        VerifyResult: {
            /**
             * Format: int64
             * @description Readings walked.
             */
            access_entries: number;
            /**
             * Format: int64
             * @description Commands walked.
             */
            entries: number;
            /** @description What is wrong. */
            faults: components["schemas"]["AuditFault"][];
            /** @description Whether nothing is wrong. */
            ok: boolean;
        };
        /** @description What a village publishes. */
        VillageLists: {
            /** @description Those in benefit this month. */
            in_benefit: components["schemas"]["FamilyInBenefit"][];
            /** @description Lists that hang now. */
            posted: components["schemas"]["PostedFamily"][];
        };
        /** @description How many visits were answered. */
        Visited: {
            /** Format: int64 */
            visits: number;
        };
        /** @description The result of visits. */
        VisitResult: {
            ids: string[];
            /** @description The outcome, of the pack's list. */
            outcome: string;
            /** @description What was seen and said. */
            remark: string;
            /**
             * Format: date
             * @description The day of the visit.
             */
            visited_on: string;
        };
        /** @description Visits to make. */
        VisitTally: {
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            visits: number;
        };
        /** @description A visit. It says why somebody should go there, and nothing of property. */
        VisitView: {
            act_en?: string | null;
            /** @description What to do. */
            act_zh?: string | null;
            check: components["schemas"]["Named"];
            cite: string;
            division: components["schemas"]["DivisionRef"];
            done_by?: components["schemas"]["UserRef"] | null;
            /** Format: date */
            due?: string | null;
            en: string;
            /** Format: uuid */
            household_id?: string | null;
            /** Format: uuid */
            id: string;
            lamp: components["schemas"]["Lamp"];
            /** @description The person to see, or the head of the household. */
            name: string;
            outcome?: components["schemas"]["Named"] | null;
            /** Format: uuid */
            person_id?: string | null;
            remark?: string | null;
            /** Format: uuid */
            run_id: string;
            /** @description open or done. */
            status: string;
            /** Format: int32 */
            version: number;
            /** Format: date */
            visited_on?: string | null;
            zh: string;
        };
        /** @description The facts of the vocabulary. */
        Vocabulary: {
            items: components["schemas"]["VocabularyFact"][];
        };
        /** @description A fact that records and decisions may hold. */
        VocabularyFact: {
            /** @description In English. */
            en: string;
            /** @description Whose: person, household, supporter or award. */
            entity: string;
            /** @description The name, in the words of the documents; it is what records call the fact. */
            name: string;
            /** @description The values of its code list; empty where it is no code. */
            values: string[];
        };
        /** @description A service window. */
        Window: {
            /** @description Address. */
            address: string;
            /**
             * Format: date
             * @description Its last day, where it has closed.
             */
            closed_on?: string | null;
            /** @description The area it serves. */
            division: components["schemas"]["DivisionRef"];
            /** @description Opening hours, as the sign on the door says them. */
            hours: string;
            /** Format: uuid */
            id: string;
            /** @description 永清镇社会救助综合服务窗口. */
            name: string;
            /**
             * Format: date
             * @description Since when.
             */
            opened_on: string;
            /** @description Telephone. */
            phone: string;
            /**
             * Format: int32
             * @description Fixed staff (固定工作人员), persons.
             */
            staff: number;
            /** Format: int32 */
            version: number;
        };
        /** @description What changes about a window. */
        WindowChange: {
            /**
             * Format: date
             * @description Its last day, where it closes.
             */
            closed_on?: string | null;
            sign: components["schemas"]["WindowSign"];
        };
        /** @description Windows, with what a report counts. */
        Windows: {
            items: components["schemas"]["Window"][];
            /**
             * Format: int64
             * @description Fixed staff of the open windows, persons.
             */
            staff: number;
            /** @description Townships with an open window. */
            townships: number;
        };
        /** @description A window as the sign on its door says it. */
        WindowSign: {
            address: string;
            hours: string;
            name: string;
            phone: string;
            /**
             * Format: int32
             * @description Fixed staff, persons.
             */
            staff: number;
        };
        /** @description A withdrawal. */
        Withdrawal: {
            /** @description What the person said. */
            reason: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "registry.account.changes": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description proposed, approved or rejected. */
                status?: components["schemas"]["ChangeStatus"];
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ChangeView"];
                };
            };
        };
    };
    "registry.account.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeView"];
                };
            };
        };
    };
    "registry.account.reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeView"];
                };
            };
        };
    };
    "oversight.accountability.list": {
        parameters: {
            query?: {
                /** @description Of one clue. */
                clue?: string | null;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Of a run. */
                run?: string | null;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccountabilityView"];
                };
            };
        };
    };
    "oversight.alignment.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AlignmentView"];
                };
            };
        };
    };
    "oversight.alignment.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description title, scheme, division, on, follows, here_name, there_name; files here, there */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentView"];
                };
            };
        };
    };
    "oversight.alignment.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentDetail"];
                };
            };
        };
    };
    "oversight.alignment.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlignmentEnd"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentView"];
                };
            };
        };
    };
    "oversight.difference.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description A division within the officer's area. */
                division?: string | null;
                /** @description only_here, only_there, conflict, no_number or repeated. */
                kind?: string | null;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The kind of the list, such as 脱贫不稳定. */
                list?: string | null;
                /** @description Only those that the officer handles. */
                mine?: boolean | null;
                /** @description The page's number from 1. */
                page?: number;
                /** @description open or handled. */
                status?: string | null;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DifferenceView"];
                };
            };
        };
    };
    "oversight.difference.handle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Handling"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handled"];
                };
            };
        };
    };
    "oversight.alignment.export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
        };
    };
    "oversight.alignment.feedback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description file: the feedback table; note: who confirmed the reception */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackTaken"];
                };
            };
        };
    };
    "oversight.alignment.names": {
        parameters: {
            query?: {
                /**
                 * @description The column here by its Chinese name; `net` for all in the total; `none` for those in no
                 *     column; all where missing.
                 */
                column?: string | null;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description The kind there; all where missing. */
                row?: string | null;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NameRow"];
                };
            };
        };
    };
    "oversight.alignment.publicity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description side, from, to, place; file proof */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentView"];
                };
            };
        };
    };
    "oversight.alignment.table": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrossTable"];
                };
            };
        };
    };
    "decide.archive.show": {
        parameters: {
            query?: {
                /** @description pdf or html; pdf where it is left out. */
                format?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
        };
    };
    "decide.assessment.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentAnswer"];
                };
            };
        };
    };
    "decide.assessment.replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentReplay"];
                };
            };
        };
    };
    "platform.access.list": {
        parameters: {
            query?: {
                /** @description The user, or a login name. */
                actor?: string;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description First day (Asia/Shanghai). */
                from?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description What it was about (`household` …). */
                noun?: string;
                /** @description The operation's id. */
                operation?: string;
                /** @description The organisation. */
                organisation?: string;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Which one: who changed or read this person's file? */
                subject?: string;
                /** @description Last day (Asia/Shanghai). */
                to?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccessRow"];
                };
            };
        };
    };
    "platform.audit.list": {
        parameters: {
            query?: {
                /** @description The user, or a login name. */
                actor?: string;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description First day (Asia/Shanghai). */
                from?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description What it was about (`household` …). */
                noun?: string;
                /** @description The operation's id. */
                operation?: string;
                /** @description The organisation. */
                organisation?: string;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Which one: who changed or read this person's file? */
                subject?: string;
                /** @description Last day (Asia/Shanghai). */
                to?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditRow"];
                };
            };
        };
    };
    "platform.audit.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyResult"];
                };
            };
        };
    };
    "disburse.batch.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The month. */
                month?: string;
                /** @description The page's number from 1. */
                page?: number;
                /** @description gathering, draft, discarded, approved, sent, returned or settled. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BatchAnswer"];
                };
            };
        };
    };
    "disburse.batch.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchesCreated"];
                };
            };
            /** @description disburse.batch.roll_not_locked, disburse.batch.empty */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.batch.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
        };
    };
    "disburse.batch.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description disburse.batch.state, disburse.same_person */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.batch.discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description disburse.batch.state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.batch.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the bank file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": number[];
                };
            };
            /** @description disburse.batch.state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.payment.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description pending, in_transit, paid, rejected or cancelled. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PaymentAnswer"];
                };
            };
        };
    };
    "disburse.batch.reissue": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchesCreated"];
                };
            };
            /** @description disburse.batch.empty */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.return.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description disburse.batch.state, disburse.return.running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description disburse.return.refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.batch.send": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description disburse.batch.state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "policy.calculator.ask": {
        parameters: {
            query?: {
                /** @description Division code of 6, 9 or 12 digits; the first place that runs programmes where left out. */
                place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calculator"];
                };
            };
        };
    };
    "policy.calculator.work_out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalculatorAnswers"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalculatorOutcome"];
                };
            };
            /** @description policy.calculator.busy */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.case.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description A division within the officer's area. */
                division?: string | null;
                /** @description Only those of which a step is in this officer's hands. */
                handler?: string | null;
                /** @description Only those of a household. */
                household?: string | null;
                /** @description green, yellow or red: the worst lamp of what runs. */
                lamp?: string | null;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description Only those that wait for one of the officer's roles. */
                mine?: boolean | null;
                /** @description The beginning of a receipt number. */
                number?: string | null;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Key of the procedure. */
                procedure?: string | null;
                /** @description Key of the programme. */
                programme?: string | null;
                /** @description open or closed. */
                status?: string | null;
                /** @description Key of an open step. */
                step?: string | null;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseRow"];
                };
            };
        };
    };
    "decide.case.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCase"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
        };
    };
    "decide.case.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
        };
    };
    "decide.case.act": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseActRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description decide.case.refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.case.consent": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCaseConsent"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseVerification"];
                };
            };
            /** @description verify.consent.wrong, decide.case.party */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.case.events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseEvent"][];
                };
            };
        };
    };
    "decide.case.attach": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description purpose (paper, photo, signature), paper, subject, bound (for a signature), seen, and one file */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attached"];
                };
            };
            /** @description decide.file.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description decide.file.kind, decide.file.active */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.case.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FiledForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description decide.form.wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.case.form": {
        parameters: {
            query?: {
                /** @description The person it is about. */
                subject?: string | null;
                /** @description The version; the last where it is left out. */
                version?: number | null;
            };
            header?: never;
            path: {
                form: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormValues"];
                };
            };
        };
    };
    "decide.case.draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                form: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormProgress"];
                };
            };
        };
    };
    "decide.case.form_page": {
        parameters: {
            query?: {
                /** @description Blank, to be filled in by hand. */
                blank?: boolean;
                /** @description html or docx; html where it is left out. */
                format?: string | null;
                /** @description Large print. */
                large?: boolean;
                /** @description The person it is about. */
                subject?: string | null;
            };
            header?: never;
            path: {
                form: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
        };
    };
    "decide.case.sheet": {
        parameters: {
            query?: {
                /** @description The person it is about. */
                subject?: string | null;
            };
            header?: never;
            path: {
                form: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormSheet"];
                };
            };
        };
    };
    "decide.letter.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseLetter"][];
                };
            };
        };
    };
    "decide.letter.print": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPrint"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Printed"];
                };
            };
            /** @description decide.letter.unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.case.sign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSignature"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description decide.signature.void */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.case.verification": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseVerification"];
                };
            };
        };
    };
    "decide.case.verify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseVerification"];
                };
            };
            /** @description decide.case.verifies_not, verify.request.running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description verify.request.no_consent */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.case.batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseBatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseBatchAnswer"];
                };
            };
        };
    };
    "decide.case.gates": {
        parameters: {
            query?: {
                /** @description First day of acceptance; the year's first where it is left out. */
                from?: string | null;
                /** @description Key of the programme. */
                programme?: string | null;
                /** @description Last day; today where it is left out. */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseGates"];
                };
            };
        };
    };
    "decide.case.hand_over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseHandOver"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHandedOver"];
                };
            };
        };
    };
    "decide.case.lamps": {
        parameters: {
            query?: {
                /** @description A division within the officer's area. */
                division?: string | null;
                /** @description Only those of which a step is in this officer's hands. */
                handler?: string | null;
                /** @description Only those of a household. */
                household?: string | null;
                /** @description green, yellow or red: the worst lamp of what runs. */
                lamp?: string | null;
                /** @description Only those that wait for one of the officer's roles. */
                mine?: boolean | null;
                /** @description The beginning of a receipt number. */
                number?: string | null;
                /** @description Key of the procedure. */
                procedure?: string | null;
                /** @description Key of the programme. */
                programme?: string | null;
                /** @description open or closed. */
                status?: string | null;
                /** @description Key of an open step. */
                step?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseLamps"];
                };
            };
        };
    };
    "policy.catalogue.list": {
        parameters: {
            query?: {
                /** @description The day; today where left out. */
                on?: string;
                /** @description The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out. */
                place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue"];
                };
            };
        };
    };
    "verify.check.list": {
        parameters: {
            query?: {
                /** @description A division code; the actor's own where it is not given. */
                division?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckList"];
                };
            };
        };
    };
    "intake.code.hand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Identity"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeHanded"];
                };
            };
        };
    };
    "disburse.claim.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description true: only what is not collected yet. */
                open?: boolean;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Key of the programme. */
                programme?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ClaimAnswer"];
                };
            };
        };
    };
    "disburse.claim.collect": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimAmount"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimAnswer"];
                };
            };
            /** @description disburse.claim.amount */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.claim.hand_over": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimAmount"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimAnswer"];
                };
            };
            /** @description disburse.claim.amount */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "oversight.clue.list": {
        parameters: {
            query?: {
                /** @description yes or no. */
                answer?: string | null;
                /** @description Key of the check. */
                check?: string | null;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description The department whose data it rests on. */
                department?: string | null;
                /** @description A division within the officer's area. */
                division?: string | null;
                /** @description Kind of problem. */
                kind?: string | null;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description Only those that the officer is in charge of. */
                mine?: boolean | null;
                /** @description Whether it is late. */
                overdue?: boolean | null;
                /** @description The page's number from 1. */
                page?: number;
                /** @description The beginning of a number, or a name. */
                q?: string | null;
                /** @description What was read back with one file. */
                read_back?: string | null;
                /** @description The run. */
                run?: string | null;
                /** @description new, assigned, answered, closed; or open for all that are not closed. */
                status?: string | null;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ClueView"];
                };
            };
        };
    };
    "oversight.clue.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClueDetail"];
                };
            };
        };
    };
    "oversight.clue.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rectified"];
                };
            };
        };
    };
    "oversight.accountability.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccountability"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountabilityView"];
                };
            };
        };
    };
    "oversight.clue.recover": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryReceipt"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recovered"];
                };
            };
        };
    };
    "oversight.clue.rectify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationReport"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rectified"];
                };
            };
        };
    };
    "oversight.clue.answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClueAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    "oversight.clue.assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assignment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    "oversight.clue.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    "oversight.clue.export": {
        parameters: {
            query?: {
                /** @description yes or no. */
                answer?: string | null;
                /** @description Key of the check. */
                check?: string | null;
                /** @description The department whose data it rests on. */
                department?: string | null;
                /** @description A division within the officer's area. */
                division?: string | null;
                /** @description xlsx (the default) or csv. */
                format?: string | null;
                /** @description Kind of problem. */
                kind?: string | null;
                /** @description Only those that the officer is in charge of. */
                mine?: boolean | null;
                /** @description Whether it is late. */
                overdue?: boolean | null;
                /** @description The beginning of a number, or a name. */
                q?: string | null;
                /** @description What was read back with one file. */
                read_back?: string | null;
                /** @description The run. */
                run?: string | null;
                /** @description new, assigned, answered, closed; or open for all that are not closed. */
                status?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
        };
    };
    "oversight.clue.return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    "decide.colleague.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleague"][];
                };
            };
        };
    };
    "decide.decision.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description A division of one's area. */
                division?: string;
                /** @description Only those that open what this import claims. */
                import?: string;
                /** @description opening, start, change, grace, stop, one_off. */
                kind?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Key of the programme. */
                programme?: string;
                /** @description proposed, applying, approved, rejected. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DecisionAnswer"];
                };
            };
        };
    };
    "decide.decision.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionDetail"];
                };
            };
        };
    };
    "decide.decision.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
            /** @description decide.decision.state, decide.decision.same_person */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.decision.reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
            /** @description decide.decision.state, decide.decision.same_person */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.change.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
        };
    };
    "decide.grace.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GraceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
        };
    };
    "decide.one_off.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneOffRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
        };
    };
    "decide.opening.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpeningRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
            /** @description decide.opening.exists, decide.award.in_benefit_elsewhere */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.start.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
            /** @description decide.award.in_benefit_elsewhere */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.stop.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
        };
    };
    "decide.delegation.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"][];
                };
            };
        };
    };
    "verify.delivery.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Only of this source. */
                source?: string;
                /** @description `uploaded`, `reading`, `ready`, `failed` or `discarded`. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Delivery"];
                };
            };
        };
    };
    "verify.delivery.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description source, as_of, division (optional), keep_older (true or false, optional), file */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    "verify.delivery.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    "verify.delivery.discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    "verify.link.start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkingStarted"];
                };
            };
        };
    };
    "verify.delivery.rejects": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RejectView"];
                };
            };
        };
    };
    "verify.delivery.rejects_file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    "verify.delivery.start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartDelivery"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    "verify.delivery.calendar": {
        parameters: {
            query?: {
                /** @description A division code; the actor's own where it is not given. */
                division?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryCalendar"];
                };
            };
        };
    };
    "decide.deputy.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deputy"][];
                };
            };
        };
    };
    "decide.deputy.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeputy"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deputy"];
                };
            };
        };
    };
    "decide.deputy.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deputy"];
                };
            };
        };
    };
    "directory.division.list": {
        parameters: {
            query?: {
                /** @description province, city, county, township or village. */
                level?: string;
                /** @description The area directly above; with `level`, any area above. */
                parent?: string;
                /** @description A word within the name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionList"];
                };
            };
        };
    };
    "decide.draft.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
        };
    };
    "decide.draft.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSaved"];
                };
            };
        };
    };
    "insight.figures.get": {
        parameters: {
            query?: {
                /** @description The day of the figures; today where left out. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By figure number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    "platform.file.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
        };
    };
    "verify.result.list": {
        parameters: {
            query?: {
                /** @description `new`, `known` or `gone`; without it what is there. */
                change?: string;
                /** @description Key of a check. */
                check?: string;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Only below this division. */
                division?: string;
                /** @description Only about this household. */
                household?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description `supervision`, `discovery` or `verification`. */
                purpose?: string;
                /** @description Only those of this run, as they stood in it. */
                run?: string;
                /** @description `high`, `medium` or `low`. */
                severity?: string;
                /** @description `open`, `confirmed`, `cleared` or `objected`. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Finding"];
                };
            };
        };
    };
    "verify.result.export": {
        parameters: {
            query?: {
                /** @description `new`, `known` or `gone`; without it what is there. */
                change?: string;
                /** @description Key of a check. */
                check?: string;
                /** @description Only below this division. */
                division?: string;
                /** @description Only about this household. */
                household?: string;
                /** @description `supervision`, `discovery` or `verification`. */
                purpose?: string;
                /** @description Only those of this run, as they stood in it. */
                run?: string;
                /** @description `high`, `medium` or `low`. */
                severity?: string;
                /** @description `open`, `confirmed`, `cleared` or `objected`. */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    "verify.result.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
        };
    };
    "verify.result.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
        };
    };
    "verify.result.object": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultObjection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
        };
    };
    "policy.formula.list": {
        parameters: {
            query?: {
                /** @description The day; today where left out. */
                on?: string;
                /** @description The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out. */
                place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaList"];
                };
            };
        };
    };
    "decide.gap.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /**
                 * @description own: what civil affairs decides itself; other: what it tells of and refers, where nobody
                 *     here knows what somebody has already. Both where left out.
                 */
                decided?: string;
                /** @description Only below this division. */
                division?: string;
                /** @description may_claim, may_leave or to_check. */
                kind?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Key of the programme. */
                programme?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GapRow"];
                };
            };
        };
    };
    "decide.gap.count": {
        parameters: {
            query?: {
                /**
                 * @description own: what civil affairs decides itself; other: what it tells of and refers, where nobody
                 *     here knows what somebody has already. Both where left out.
                 */
                decided?: string;
                /** @description Only below this division. */
                division?: string;
                /** @description may_claim, may_leave or to_check. */
                kind?: string;
                /** @description Key of the programme. */
                programme?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapCounts"];
                };
            };
        };
    };
    "decide.gap.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GapFilter"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    "decide.gap.scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GapScanRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    "directory.grant.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "insight.home.get": {
        parameters: {
            query?: {
                /** @description The month; the last one with a roll where left out. */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
        };
    };
    "registry.household.list": {
        parameters: {
            query?: {
                /** @description Only of this class. */
                class?: string;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Only below this division. */
                division?: string;
                /** @description Only with this mark. */
                label?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Only in this programme. */
                programme?: string;
                /** @description A name or a part of one, pinyin initials, a household number or an ID number. */
                q?: string;
                /** @description active or closed. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
                /** @description 城市 or 农村. */
                urban_rural?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_HouseholdRow"];
                };
            };
        };
    };
    "registry.household.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHousehold"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdChanged"];
                };
            };
        };
    };
    "registry.household.get": {
        parameters: {
            query?: {
                /** @description Today when missing. */
                as_of?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdFile"];
                };
            };
        };
    };
    "registry.household.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdChanged"];
                };
            };
        };
    };
    "registry.account.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accounts"];
                };
            };
        };
    };
    "decide.archive.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdArchive"][];
                };
            };
        };
    };
    "decide.archive.print": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewArchive"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoundArchive"];
                };
            };
            /** @description decide.archive.empty, decide.archive.too_large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.assessment.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AssessmentBrief"];
                };
            };
        };
    };
    "decide.assessment.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentAnswer"];
                };
            };
            /** @description decide.assessment.facts */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.award.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardList"];
                };
            };
        };
    };
    "registry.household.record": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Circumstances"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdChanged"];
                };
            };
        };
    };
    "registry.household.head": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHead"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdChanged"];
                };
            };
        };
    };
    "registry.household.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
        };
    };
    "registry.member.join": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberJoins"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdChanged"];
                };
            };
        };
    };
    "registry.member.leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberLeaves"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdChanged"];
                };
            };
        };
    };
    "disburse.household.payments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdPayments"];
                };
            };
        };
    };
    "registry.household.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    "registry.import.kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindList"];
                };
            };
        };
    };
    "registry.import.template": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
        };
    };
    "registry.import.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Import"];
                };
            };
        };
    };
    "registry.import.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description kind, as_of (optional), one part per file */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    "registry.import.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    "registry.import.apply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Body"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    "registry.import.returned": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
        };
    };
    "registry.import.rows": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description `wrong` (the default) or `all`. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RowView"];
                };
            };
        };
    };
    "platform.job.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Only of this kind. */
                kind?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Only in this state. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_JobView"];
                };
            };
        };
    };
    "platform.job.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    "platform.job.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    "platform.job.resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    "disburse.ledger.get": {
        parameters: {
            query?: {
                /** @description The month. */
                month?: string;
                /** @description Key of the programme. */
                programme?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ledger"];
                };
            };
        };
    };
    "decide.letter.batch_show": {
        parameters: {
            query?: {
                /** @description html or docx; html where it is left out. */
                format?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
        };
    };
    "decide.letter.due": {
        parameters: {
            query?: {
                /** @description Cut down to a division. */
                division?: string | null;
                /** @description Key of the document; all where it is left out. */
                document?: string | null;
                /** @description The month in which they fell due, `2026-11`; the present one where it is left out. */
                month?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueLetters"];
                };
            };
        };
    };
    "decide.letter.batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLetterBatch"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterBatch"];
                };
            };
            /** @description decide.letter.unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.letter.show": {
        parameters: {
            query?: {
                /** @description html or docx; html where it is left out. */
                format?: string | null;
                /** @description Which copy; the last where it is left out. */
                nth?: number | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
        };
    };
    "disburse.line.explain": {
        parameters: {
            query?: {
                /**
                 * @description The month that an arrears or recovery line adjusts.
                 * @example 2022-03
                 */
                for_month?: string;
                /** @description current, arrears or recovery; current where left out. */
                kind?: string;
                /** @description Serial among one-off grants of a month. */
                seq?: number;
            };
            header?: never;
            path: {
                component: string;
                month: string;
                person: string;
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainAnswer"];
                };
            };
        };
    };
    "verify.link.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Only of this delivery. */
                delivery?: string;
                /** @description Only about this household. */
                household?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Key of a source. */
                source?: string;
                /** @description `open`, `same`, `different`, `unsure` or `closed`. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LinkPair"];
                };
            };
        };
    };
    "verify.link.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkPair"];
                };
            };
        };
    };
    "verify.link.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkPair"];
                };
            };
        };
    };
    "insight.month_end.list": {
        parameters: {
            query?: {
                /** @description One month only. */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrozenList"];
                };
            };
        };
    };
    "insight.month_end.freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrozenList"];
                };
            };
        };
    };
    "disburse.month.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthList"];
                };
            };
        };
    };
    "directory.organisation.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationList"];
                };
            };
        };
    };
    "directory.organisation.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganisation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
        };
    };
    "directory.organisation.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
        };
    };
    "oversight.words.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OversightWords"];
                };
            };
        };
    };
    "policy.parameter.list": {
        parameters: {
            query?: {
                /** @description The day; today where left out. */
                on?: string;
                /** @description The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out. */
                place?: string;
                /** @description Part of the Chinese or English name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterList"];
                };
            };
        };
    };
    "policy.parameter.get": {
        parameters: {
            query?: {
                /** @description The day; today where left out. */
                on?: string;
                /** @description The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out. */
                place?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterDetail"];
                };
            };
            /** @description policy.parameter.unknown */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "registry.account.propose": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeView"];
                };
            };
        };
    };
    "registry.person.correct": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Correction"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corrected"];
                };
            };
        };
    };
    "registry.person.reveal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revealed"];
                };
            };
        };
    };
    "decide.phrase.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phrase"][];
                };
            };
        };
    };
    "decide.phrase.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPhrase"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phrase"];
                };
            };
        };
    };
    "decide.phrase.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phrase"];
                };
            };
        };
    };
    "policy.change.list": {
        parameters: {
            query?: {
                /**
                 * @description The earlier day; where left out, the later day, to compare two releases, or without
                 *     releases the last day of the year before it.
                 */
                from?: string;
                /**
                 * @description The later release, also one that waits for approval; the one in force on the later day
                 *     where left out.
                 */
                new?: string;
                /** @description The earlier release; the one in force on the earlier day where left out. */
                old?: string;
                /** @description The place, 6, 9 or 12 digits; one's own area where left out. */
                place?: string;
                /** @description The later day; where left out, the earlier day, or today. */
                to?: string;
                /** @description The place on the later side, to compare two places; the same where left out. */
                to_place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyChanges"];
                };
            };
        };
    };
    "policy.document.list": {
        parameters: {
            query?: {
                /**
                 * @description One document by its number, title or another name, or the documents that a citation
                 *     names, each with everything that rests on it.
                 */
                name?: string;
                /** @description The day; today where left out. */
                on?: string;
                /** @description The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out. */
                place?: string;
                /** @description Part of a number or title. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
        };
    };
    "policy.place.list": {
        parameters: {
            query?: {
                /** @description The day; today where left out. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPlaces"];
                };
            };
        };
    };
    "intake.area.list": {
        parameters: {
            query?: {
                /** @description A division code; for areas the one above them. */
                division?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Areas"];
                };
            };
        };
    };
    "intake.code.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Identity"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
        };
    };
    "intake.matter.list": {
        parameters: {
            query?: {
                /** @description A division code; for areas the one above them. */
                division?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicMatters"];
                };
            };
        };
    };
    "decide.publicity.show": {
        parameters: {
            query: {
                /** @description The village or community, 12 digits. */
                division: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageLists"];
                };
            };
        };
    };
    "intake.citizen.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CitizenSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenAccount"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "intake.citizen.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenAccount"];
                };
            };
        };
    };
    "intake.citizen.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "intake.submission.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSubmissions"];
                };
            };
        };
    };
    "intake.submission.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSubmission"];
                };
            };
        };
    };
    "intake.submission.own": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSubmission"];
                };
            };
        };
    };
    "intake.submission.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSubmission"];
                };
            };
        };
    };
    "intake.photo.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description kind and file */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionPhoto"];
                };
            };
        };
    };
    "intake.photo.show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                photo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
        };
    };
    "intake.photo.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                photo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.case.progress": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseProgress"];
                };
            };
        };
    };
    "intake.submission.submit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSubmission"];
                };
            };
        };
    };
    "intake.submission.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSubmission"];
                };
            };
        };
    };
    "intake.window.show": {
        parameters: {
            query?: {
                /** @description A division code; for areas the one above them. */
                division?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Windows"];
                };
            };
        };
    };
    "decide.procedure.list": {
        parameters: {
            query?: {
                /** @description Division code; the officer's own where it is left out. */
                division?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureView"][];
                };
            };
        };
    };
    "policy.programme.list": {
        parameters: {
            query?: {
                /** @description The day; today where left out. */
                on?: string;
                /** @description The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out. */
                place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeList"];
                };
            };
        };
    };
    "policy.programme.get": {
        parameters: {
            query?: {
                /** @description The day; today where left out. */
                on?: string;
                /** @description The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out. */
                place?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            /** @description policy.programme.unknown */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.publicity.list": {
        parameters: {
            query?: {
                /** @description A division within the officer's area. */
                division?: string | null;
                /** @description `to_post`, `hanging`, `objected` or `over`; all where it is left out. */
                state?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardLine"][];
                };
            };
        };
    };
    "oversight.read_back.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
        };
    };
    "insight.reconciliation.get": {
        parameters: {
            query?: {
                /** @description The first month; January of the last one's year where left out. */
                from?: string;
                /** @description The last month; this month where left out. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
        };
    };
    "intake.referral.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description Key of the matter. */
                matter?: string;
                /** @description The page's number from 1. */
                page?: number;
                /** @description `open` (the default: not told yet), `told` or `all`. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Referral"];
                };
            };
        };
    };
    "intake.referral.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReferral"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
        };
    };
    "intake.referral.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reply"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
        };
    };
    "intake.referral.receive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Receipt"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
        };
    };
    "intake.referral.tell": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Told"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
        };
    };
    "policy.release.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Release"];
                };
            };
        };
    };
    "policy.release.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRelease"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
        };
    };
    "policy.release.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseDetail"];
                };
            };
        };
    };
    "policy.release.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
        };
    };
    "policy.release.check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    "policy.release.reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
        };
    };
    "policy.release.amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAmendment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
        };
    };
    "disburse.reserve.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reserve"][];
                };
            };
        };
    };
    "disburse.reserve.entries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                township: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReserveEntry"][];
                };
            };
        };
    };
    "disburse.reserve.replenish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                township: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Replenishment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReserveRequest"];
                };
            };
        };
    };
    "disburse.reserve.requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReserveRequest"][];
                };
            };
        };
    };
    "disburse.reserve.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReserveRequest"];
                };
            };
            /** @description disburse.reserve.decided, disburse.same_person */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.reserve.reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReserveRequest"];
                };
            };
            /** @description disburse.reserve.decided, disburse.same_person */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "directory.role.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"][];
                };
            };
        };
    };
    "disburse.roll.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The month. */
                month?: string;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Key of the programme. */
                programme?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RollAnswer"];
                };
            };
        };
    };
    "disburse.roll.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollCreated"];
                };
            };
            /** @description disburse.roll.closed, disburse.roll.state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description disburse.roll.no_parameters, disburse.roll.no_release, disburse.roll.programme */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.roll.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollAnswer"];
                };
            };
        };
    };
    "disburse.roll.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollAnswer"];
                };
            };
            /** @description disburse.roll.state, disburse.same_person */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.change.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description A division of one's area. */
                division?: string;
                /** @description new, stopped, raised, lowered or moved. */
                kind?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ChangeAnswer"];
                };
            };
        };
    };
    "disburse.roll.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
        };
    };
    "disburse.line.list": {
        parameters: {
            query?: {
                /** @description Key of a component. */
                component?: string;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description A division of one's area. */
                division?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Part of a name. */
                q?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LineAnswer"];
                };
            };
        };
    };
    "disburse.roll.lock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollAnswer"];
                };
            };
            /** @description disburse.roll.state, disburse.roll.closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.roll.return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollAnswer"];
                };
            };
            /** @description disburse.roll.state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "disburse.roll.submit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opinion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollAnswer"];
                };
            };
            /** @description disburse.roll.state, disburse.roll.unresolved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "directory.session.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "directory.session.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "directory.session.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "directory.password.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.simulation.run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationAnswer"];
                };
            };
        };
    };
    "decide.simulation.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationFamiliesRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    "decide.simulation.families": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationFamiliesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SimulationFamily"];
                };
            };
        };
    };
    "oversight.subject.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description A division within the officer's area. */
                division?: string | null;
                /** @description A kind of monitored household (防返贫类型), for gaps. */
                kind?: string | null;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description in_benefit (the default) or gap. */
                list?: string | null;
                /** @description The month, 2022-10; the present one where missing. */
                month?: string | null;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Key of a programme; all where missing. */
                programme?: string | null;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SubjectRow"];
                };
            };
        };
    };
    "intake.submission.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Key of the procedure. */
                procedure?: string;
                /** @description `submitted` (the default), `returned`, `taken`, `withdrawn` or `all`. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SubmissionRow"];
                };
            };
        };
    };
    "intake.submission.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
        };
    };
    "decide.case.take": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionTaken"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseBegun"];
                };
            };
        };
    };
    "intake.submission.return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Missing"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
        };
    };
    "oversight.run.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description supervision or discovery. */
                purpose?: string | null;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RunView"];
                };
            };
        };
    };
    "oversight.run.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description title, purpose, division, month, programmes, as_of; one file for each source, named by its key */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
        };
    };
    "oversight.run.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOverview"];
                };
            };
        };
    };
    "oversight.read_back.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReadBackView"];
                };
            };
        };
    };
    "oversight.read_back.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description file: the exported file with the answers */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadBackView"];
                };
            };
        };
    };
    "oversight.run.totals": {
        parameters: {
            query?: {
                /** @description township (the default), county, kind, department or check. */
                by?: string | null;
                /** @description A division within the officer's area. */
                division?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClueTotals"];
                };
            };
        };
    };
    "platform.task.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description `open` (the default) or `closed`. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TaskView"];
                };
            };
        };
    };
    "decide.template.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeTemplate"][];
                };
            };
        };
    };
    "decide.template.write": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: string;
            };
            cookie?: never;
        };
        /** @description from, note, and one .docx */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateTaken"];
                };
            };
            /** @description decide.template.wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "decide.template.file": {
        parameters: {
            query?: {
                /** @description Filled with a family that does not exist, instead of its open places. */
                filled?: boolean;
                /** @description docx or html; docx where it is left out. An open template is a .docx. */
                format?: string | null;
                /** @description Large print. */
                large?: boolean;
                /** @description A version of the office; the pack's text where it is left out. */
                version?: string | null;
            };
            header?: never;
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
        };
    };
    "decide.template.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateWithdrawal"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateTaken"];
                };
            };
            /** @description decide.template.unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "directory.user.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description Those of one body. */
                organisation?: string;
                /** @description The page's number from 1. */
                page?: number;
                /** @description A part of the login or the name. */
                q?: string;
                /** @description `active`, `locked` or `disabled`. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_User"];
                };
            };
        };
    };
    "directory.user.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedUser"];
                };
            };
        };
    };
    "directory.user.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    "directory.grant.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrant"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
        };
    };
    "directory.user.lock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    "directory.user.reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetPassword"];
                };
            };
        };
    };
    "directory.user.unlock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    "verify.run.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Run"];
                };
            };
        };
    };
    "verify.run.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVerificationRun"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    "verify.run.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    "verify.batch.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationBatch"][];
                };
            };
        };
    };
    "verify.batch.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBatch"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationBatch"];
                };
            };
            /** @description verify.batch.empty, verify.request.state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description verify.request.no_consent */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "verify.consent.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description verify.consent.withdrawn */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "verify.finding.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Outcome"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationFinding"];
                };
            };
            /** @description verify.finding.state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "verify.finding.object": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Objection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationFinding"];
                };
            };
            /** @description verify.finding.state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "verify.report.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description one file */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationReading"];
                };
            };
            /** @description verify.report.refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "verify.report.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationReport"];
                };
            };
        };
    };
    "verify.report.print": {
        parameters: {
            query?: {
                /** @description html or docx; html where it is left out. */
                format?: string | null;
                /** @description Large print. */
                large?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
        };
    };
    "verify.report.fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    "verify.report.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description one file */
        requestBody?: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationReading"];
                };
            };
            /** @description verify.report.refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "verify.request.list": {
        parameters: {
            query?: {
                /** @description The case. */
                case?: string;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description Only those whose report found something. */
                found?: boolean;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description The page's number from 1. */
                page?: number;
                /** @description Key of the programme. */
                programme?: string;
                /** @description Number of the request or of the case, from its beginning. */
                q?: string;
                /** @description `ready`, `sent`, `late` (sent and past its day), `answered`, `cancelled`; all where empty. */
                status?: string;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VerificationRequest"];
                };
            };
        };
    };
    "verify.request.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRequestDetail"];
                };
            };
        };
    };
    "verify.request.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRequest"];
                };
            };
            /** @description verify.request.state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "oversight.visit.list": {
        parameters: {
            query?: {
                /** @description Key of the check. */
                check?: string | null;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description A division within the officer's area. */
                division?: string | null;
                /** @description Rows of a page, 1 … 200; 20 when missing. */
                limit?: number;
                /** @description Whether it is late. */
                overdue?: boolean | null;
                /** @description The page's number from 1. */
                page?: number;
                /** @description The run. */
                run?: string | null;
                /** @description open or done. */
                status?: string | null;
                /** @description Whether to count all rows too. */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VisitView"];
                };
            };
        };
    };
    "oversight.visit.answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitResult"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visited"];
                };
            };
        };
    };
    "policy.vocabulary.list": {
        parameters: {
            query?: {
                /** @description The day; today where left out. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vocabulary"];
                };
            };
        };
    };
    "intake.window.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Windows"];
                };
            };
        };
    };
    "intake.window.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWindow"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Window"];
                };
            };
        };
    };
    "intake.window.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WindowChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Window"];
                };
            };
        };
    };
}
