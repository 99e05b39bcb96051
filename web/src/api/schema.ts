// Generated from docs/openapi.json by `npm run api`. Do not edit.

export interface paths {
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
        /** @description An area by code and name. */
        DivisionRef: {
            /** @description 12 digits. */
            code: string;
            /** @description With the areas above it, from the county down: 清水县永清镇. */
            full_name: string;
            /** @description Its own name: 永清镇. */
            name: string;
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
        /**
         * @description The colour that tells how near the deadline is.
         * @enum {string}
         */
        Lamp: "green" | "yellow" | "red" | "none";
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
        Page_TaskView: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was opened.
                 */
                created_at: string;
                /** @description Where. */
                division: components["schemas"]["TaskDivision"];
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
        /** @description The old password and the new one. */
        PasswordChange: {
            new: string;
            old: string;
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
        /** @description The password to hand over, which is shown this once. */
        ResetPassword: {
            initial_password: string;
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
        /** @description The place of a task. */
        TaskDivision: {
            /** @description The 12-digit code. */
            code: string;
        };
        /** @description A task as clients see it. */
        TaskView: {
            /**
             * Format: date-time
             * @description When it was opened.
             */
            created_at: string;
            /** @description Where. */
            division: components["schemas"]["TaskDivision"];
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
                /** @description The operation's id. */
                operation?: string;
                /** @description The organisation. */
                organisation?: string;
                /** @description The page's number from 1. */
                page?: number;
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
                /** @description The operation's id. */
                operation?: string;
                /** @description The organisation. */
                organisation?: string;
                /** @description The page's number from 1. */
                page?: number;
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
}
