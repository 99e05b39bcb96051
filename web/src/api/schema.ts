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
         * Proposes the packs that come with the program, or those of an earlier release again. Packs with faults, or whose own tests fail, are
         *     refused with all faults, and the release in force stays.
         */
        post: operations["policy.release.propose"];
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
        /** Enters money that came into the reserve of a township. */
        post: operations["disburse.reserve.replenish"];
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
        /** @description A procedure that can be begun at the portal. */
        Applicable: {
            en: string;
            /** @description Key of the procedure. */
            key: string;
            zh: string;
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
        /** @description A case with everything that its page shows. */
        Case: {
            /** @description What may be done. */
            actions: components["schemas"]["CaseAction"][];
            /** @description What the rules say about the family today. */
            assessment: components["schemas"]["CaseAssessed"][];
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
             * Format: uuid
             * @description Key.
             */
            id: string;
            /** @description The worst lamp of what still runs. */
            lamp: string;
            /** @description Receipt number; none before acceptance. */
            number?: string | null;
            /** @description Papers: those of the open steps, and those of which something was said. */
            papers: components["schemas"]["CasePaper"][];
            /** @description The people. */
            parties: components["schemas"]["CaseParty"][];
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
            /** @description Name of the procedure. */
            zh: string;
        };
        /** @description An outcome of an open step. */
        CaseAction: {
            /** @description Whether this officer may take it now, once reason and facts are given. */
            allowed: boolean;
            /** @description Facts that must be stated. */
            asks: string[];
            /** @description The clause. */
            cite: string;
            /** @description Stable code of the reason, `flow.…`. */
            code?: string | null;
            /** @description English name. */
            en: string;
            /** @description Those of them that the step's forms have stated already. */
            given: Record<string, never>;
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
             *     `{"act": "paper" | "sign" | "post" | "object" | "take_down" | "extend" | "pause" |
             *     "resume" | "leave" | "hand_over", …}`.
             */
            act: Record<string, never>;
            /**
             * Format: int32
             * @description How many events of the case the author had seen; a case that went on meanwhile refuses.
             */
            seen: number;
        };
        /** @description What the rules say about one programme for the household or one member. */
        CaseAssessed: {
            /** @description The clauses. */
            cites: string[];
            /** @description Why, in English. */
            en: string[];
            /** @description Facts that nobody has given. */
            missing: string[];
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
            /** @description Only look what would be refused, and propose facts; nothing is done. */
            check?: boolean;
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
            /** @description Facts proposed from the assessment and from the opinion before. */
            facts: Record<string, never>;
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
            /** @description Officers sign here; else the family. */
            officers: boolean;
            /** @description The step is open: it can be signed now. */
            open: boolean;
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
            /** @description Key of the step. */
            step: string;
            /** @description Name. */
            zh: string;
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
        };
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
            /** @description The document it rests on. */
            cite: string;
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
        /** @description A matter: the seven fields of the catalogue, and to whom it is referred. */
        Matter: {
            /** @description 政策依据. */
            basis: string;
            /** @description 救助事项概念. */
            concept: string;
            /** @description 受理条件. */
            conditions: string[];
            en: string;
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
            name?: string | null;
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
            /**
             * Format: uuid
             * @description A person on record.
             */
            person: string;
        };
        /** @description A submission as its author sees it. */
        OwnSubmission: {
            content: components["schemas"]["SubmissionContent"];
            division: components["schemas"]["DivisionRef"];
            /** Format: uuid */
            id: string;
            /** @description Whether it became a case whose progress can be seen. */
            in_case: boolean;
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
        PublicMatter: {
            /** @description What can be applied for at the portal. */
            apply: components["schemas"]["Applicable"][];
            /** @description 政策依据. */
            basis: string;
            /** @description 救助事项概念. */
            concept: string;
            /** @description 受理条件. */
            conditions: string[];
            en: string;
            key: string;
            /** @description 提供材料. */
            materials: string[];
            /** @description 受理单位. */
            office: string;
            /** @description 办理程序. */
            procedure: string[];
            /** @description The department that decides it. */
            refer_to?: string | null;
            /** @description 救助事项名称. */
            zh: string;
        };
        /** @description The catalogue. */
        PublicMatters: {
            items: components["schemas"]["PublicMatter"][];
        };
        /** @description Who signed for it. */
        Receipt: {
            /** @description Name and office. */
            by: string;
        };
        /** @description By programme. */
        Reconciliation: {
            items: components["schemas"]["Line"][];
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
        /** @description What the reserve holds now. */
        Replenished: {
            /** @description 元 */
            balance: string;
            /**
             * Format: int64
             * @description Number of the entry.
             */
            seq: number;
        };
        /** @description Money that came into a township's reserve. */
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
        /** @description A township's reserve. */
        Reserve: {
            /** @description What it holds, 元. */
            balance: string;
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
    "decide.gap.list": {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                cursor?: string;
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
                    "application/json": components["schemas"]["Replenished"];
                };
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
