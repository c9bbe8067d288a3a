package org.sceau.registry.invariants;

import java.util.List;
import java.util.stream.Stream;

/**
 * The invariants, each said once: its tests bear the number alone. CSA is Regulation (EU) 2019/881, EUCC Implementing Regulation (EU)
 * 2024/482, eIDAS Regulation (EU) 910/2014, CPCE the French code of post and electronic communications; "catalogue" is the official
 * catalogue of 5 Dec 2025.
 */
final class Invariants {
    private static final List<Invariant> COMPETENCE = List.of(
            new Invariant(
                    1,
                    "An evaluation starts only with a laboratory whose accreditation covers it that day",
                    "CSA 60(1); EUCC 9(1)(a)"),
            new Invariant(
                    2,
                    "For EUCC high the laboratory is also authorised for the AVA_VAN, technical domain, profile and category claimed",
                    "EUCC 9(1)(a), 22(1), 22(5)"),
            new Invariant(
                    3,
                    "For EUCC high the issuer is the national authority, or has its approval for that certificate, or a delegation, and is itself authorised",
                    "CSA 56(6); EUCC 21"),
            new Invariant(
                    4,
                    "An authorisation never outlives its accreditation; an accreditation lasts five years at most",
                    "EUCC 21(4), 22(5); CSA 60(4)"),
            new Invariant(
                    5,
                    "When accreditation or authorisation falls away, running dossiers stop before review, and granted visas are listed for review, not changed",
                    "EUCC 31; (EU) 2024/3143 Art. 4"),
            new Invariant(6, "Who decides took no part in the evaluation", "ISO/IEC 17065 7.6 (not read)"),
            new Invariant(7, "Who reviews took no part in the evaluation", "ISO/IEC 17065 7.5 (not read)"),
            new Invariant(8, "Reviewer and decider of one dossier are two people", "house rule"),
            new Invariant(
                    9, "Who supervises or approves a scheme never issues, reviews or decides under it", "CSA 58(4)"),
            new Invariant(
                    10,
                    "A complaint is handled by someone outside the contested activity",
                    "ISO/IEC 17065 7.13 (not read)"),
            new Invariant(
                    11,
                    "Nobody of the applicant, holder or developer evaluates, reviews, decides or handles its dossier",
                    "ISO/IEC 17065 4.2 (not read); PASSI 2.2 IV.1.e-f"));

    private static final List<Invariant> ISSUE = List.of(
            new Invariant(
                    12,
                    "No certificate before commitments, laboratory conclusion, review and consistency check are all recorded",
                    "EUCC 9(1)"),
            new Invariant(
                    13,
                    "No grant while a decision of the national authority is pending",
                    "EUCC 7(2), 7(4), 12(3), 15(2), 17(4); CSA 56(6)(a)"),
            new Invariant(
                    14,
                    "The EUCC level follows from AVA_VAN (1-2 substantial, 3-5 high) and is not edited apart from it",
                    "EUCC 4(2)-(3)"),
            new Invariant(
                    15, "AVA_VAN 4-5 needs a listed domain, a listed profile or an approved exception", "EUCC 7(3)"),
            new Invariant(16, "EUCC knows no level basic and no self-assessment", "EUCC 4(1), 6"),
            new Invariant(
                    17,
                    "A certificate has every field of Annex VII, a report every section of its Annex V",
                    "EUCC 10, Annexes V, VII"),
            new Invariant(
                    18,
                    "EUCC names augmentations as components, never with +; imported rows keep what was printed",
                    "EUCC Annex VIII; catalogue p. 6-30"),
            new Invariant(
                    19,
                    "An EUCC product certificate lasts five years at most, unless approved before issue",
                    "EUCC 12"),
            new Invariant(
                    20,
                    "What the registry grants lasts no longer than its scheme allows; longer official data are kept and flagged",
                    "decree 2015-350; CPCE 54-13; ANSSI FAQ and news of 29 Apr 2021"),
            new Invariant(
                    21,
                    "The national Common Criteria scheme opens nothing after 27 Feb 2025 and grants nothing after 27 Feb 2026",
                    "EUCC 49"),
            new Invariant(22, "What replaces a reviewed national certificate is an EUCC one", "EUCC 49(3)"),
            new Invariant(
                    23,
                    "An identifier is unique, never reused or edited, and shaped by the version at issue",
                    "EUCC 11(3)(b)"),
            new Invariant(
                    24,
                    "A certificate publishes exactly the version evaluated; only a product qualification may publish a version expression",
                    "EUCC 9(2)(e), 42(4); catalogue p. 34-41"),
            new Invariant(25, "A dossier keeps its scheme version from acceptance to the end", "EUCC 48(4)"),
            new Invariant(
                    26,
                    "CC 3.1 R5 is not cited after 31 Dec 2027, except for a reissue within two years of the national certificate",
                    "EUCC 3(2), 49(4)"));

    private static final List<Invariant> LIFE = List.of(
            new Invariant(
                    27,
                    "A suspension lasts 42 days from the day after the decision; only the national authority extends it, to one year in all",
                    "EUCC 30"),
            new Invariant(28, "A suspension never moves the end of validity", "EUCC 30(1)"),
            new Invariant(
                    29,
                    "A suspension states reasons, actions and period, and tells holder, national authority and ENISA",
                    "EUCC 30(2), 30(5)"),
            new Invariant(
                    30,
                    "A suspension that ran out undecided is never shown as plainly in force; it asks for a decision, and blocks others",
                    "house rule, after 27"),
            new Invariant(31, "A reissue withdraws the former certificate in the same transaction", "EUCC 13(2)"),
            new Invariant(
                    32, "A minor change makes no new certificate and leaves its validity", "EUCC Annex IV.3(5)-(6)"),
            new Invariant(33, "A major change needs a new evaluation, report and visa", "EUCC Annex IV.3(7)-(8)"),
            new Invariant(34, "A re-assessment goes to the laboratory of the evaluation", "EUCC Annex IV.2(2)"),
            new Invariant(
                    35,
                    "A vulnerability neither residual nor remediable leaves withdrawal as the only decision",
                    "EUCC 35(6)"),
            new Invariant(
                    36,
                    "National maintenance never extends validity, and says that it tells nothing of new attacks",
                    "ANSSI page on maintenance; news of 29 Apr 2021"),
            new Invariant(
                    37,
                    "National CC and CSPN visas past their end are archived and stay visible; a vulnerability that invalidates archives earlier, with its reason",
                    "ANSSI FAQ; catalogue p. 3-4"),
            new Invariant(
                    38,
                    "A change of status records who, role, when, ground and article; history only grows",
                    "ISO/IEC 17065 7.12 (not read); house rule"),
            new Invariant(39, "A remedy deadline is 30 days at most", "EUCC 28(3), 29(1)"));

    private static final List<Invariant> SCOPES = List.of(
            new Invariant(
                    40,
                    "A provider is listed for an activity and level only by a decision in force for that pair",
                    "decree 2015-350; SecNumCloud 3.2, 3.2"),
            new Invariant(
                    41,
                    "Substantial never answers a search for high; high answers one for at least substantial",
                    "meaning of levels; house rule"),
            new Invariant(
                    42,
                    "PRIS: search and investigation go together, coordination needs both, crisis management only where a version defines it",
                    "trade press (not verified)"),
            new Invariant(43, "The audit of industrial systems exists in PASSI 2.1 only", "history of PASSI 2.1-a"),
            new Invariant(
                    44,
                    "PASSI high: auditors and leader hold an attestation in force for their activity",
                    "PASSI 2.2 VI.3.1"),
            new Invariant(
                    45,
                    "A PASSI subcontractor is qualified for the same activity at the same level",
                    "PASSI 2.2 VI.2.6.a"),
            new Invariant(
                    46,
                    "No SecNumCloud grant with a non-EU holder above 24 %, all above 39 %, or no EU seat",
                    "SecNumCloud 3.2, 19.6"),
            new Invariant(
                    47,
                    "A visa that rests on another is flagged, and officers are asked in the next look, when that one is suspended, withdrawn or over; never withdrawn by itself",
                    "EUCC 33(4); house rule"));

    private static final List<Invariant> PUBLICATION = List.of(
            new Invariant(
                    48,
                    "Nothing of a dossier is public before grant and publication, except an agreed qualification in progress",
                    "EUCC 9(2)(b), 43; ANSSI FAQ"),
            new Invariant(49, "How to exploit a vulnerability never leaves its compartment", "EUCC 35(3), 37(2)"),
            new Invariant(
                    50, "Who reported in good faith is seen by named handlers only", "code de la défense L.2321-4"),
            new Invariant(
                    51,
                    "A confidential security target is never served; the sanitised one has its own id",
                    "EUCC Annex V.2"),
            new Invariant(
                    52,
                    "Expired, withdrawn, archived and suspended visas stay findable with their status",
                    "CSA 50(1); EUCC 42(1)(b)"),
            new Invariant(
                    53,
                    "Every edition of a list holds the same data, signed; its number rises; past statuses stay while the holder consents (62)",
                    "(EU) 2015/1505 Art. 3, Annex I"),
            new Invariant(
                    54,
                    "A list is signed with an announced, valid certificate; two announced ones overlap three months",
                    "(EU) 2015/1505 Art. 4(2)"),
            new Invariant(55, "An eIDAS service is shown as qualified only from its day in the list", "eIDAS 21(3)"),
            new Invariant(56, "Nothing is erased before its retention ends", "EUCC 8(7), 40, 41"),
            new Invariant(57, "The yearly sample is at least 4 % of EUCC certificates, rounded up", "EUCC 25(3)"),
            new Invariant(58, "The ENISA package without English report and target is marked incomplete", "EUCC 42(2)"),
            new Invariant(
                    59,
                    "A complete MIE request undecided for three months is shown, recorded and told as implicitly rejected",
                    "CPCE 54-12"),
            new Invariant(
                    60, "An eIDAS request is decided, or its delay explained, within three months", "eIDAS 21(2)"));

    private static final List<Invariant> OFFICIAL_CATALOGUE = List.of(
            new Invariant(
                    61,
                    "The recommendation level follows the default rule unless set by hand, and exists for the named kinds only",
                    "catalogue p. 4-5; edition of 4 Mar 2026, p. 5"),
            new Invariant(
                    62, "A visa is listed only with recorded consent; EUCC certificates always are", "catalogue p. 4"),
            new Invariant(
                    63,
                    "No approval above Diffusion Restreinte, EU Restricted or NATO Restricted is ever listed",
                    "catalogue p. 4"),
            new Invariant(
                    64,
                    "The current list holds no visa past its end and none invalidated by a vulnerability",
                    "catalogue p. 3-4"),
            new Invariant(
                    65,
                    "Without end date there is only a CSPN of before March 2022, or an incomplete import",
                    "edition of 4 Mar 2026, p. 3; house rule"),
            new Invariant(
                    66,
                    "National security is granted apart from the level; no level implies it",
                    "catalogue p. 43, 46, 47"),
            new Invariant(
                    67,
                    "\"Sans objet\" is a level of its own and satisfies no \"at least\"",
                    "catalogue p. 42-47; house rule"),
            new Invariant(
                    68,
                    "No OID, decision number or printed id is a key; a decision is year and number and may cover several visas",
                    "catalogue"),
            new Invariant(
                    69,
                    "An evaluation centre never decides; a certification centre may do both",
                    "edition of 4 Mar 2026, p. 4"),
            new Invariant(
                    70,
                    "A body is proposed only when its scope covers every activity and the level asked",
                    "edition of 4 Mar 2026, p. 46-70; house rule"));

    /** All of them, in the order of their numbers. */
    static final List<Invariant> ALL = Stream.of(COMPETENCE, ISSUE, LIFE, SCOPES, PUBLICATION, OFFICIAL_CATALOGUE)
            .flatMap(List::stream)
            .toList();

    private Invariants() {}
}
