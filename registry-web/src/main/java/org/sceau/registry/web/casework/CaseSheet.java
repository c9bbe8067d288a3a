package org.sceau.registry.web.casework;

import java.util.List;
import java.util.Map;

/**
 * One dossier on one page, as its reader sees it.
 *
 * @param version carried through every form, so that nobody acts on what another changed meanwhile
 * @param about   address of the visa it is about; empty for a first application
 * @param tag     phase it is in, in words
 * @param reason  why it came to the present stage, where somebody said so; empty otherwise
 * @param facts   what was applied for, each with its name
 * @param passed  checks that hold, which nobody needs to read first
 */
public record CaseSheet(
        String id,
        long version,
        String number,
        String scheme,
        String kind,
        String about,
        String title,
        String sponsor,
        String tag,
        String tagStyle,
        List<BallCell> ball,
        String reason,
        List<StageStep> steps,
        List<Fact> facts,
        List<MoveLine> moves,
        List<QuestionLine> questions,
        List<CheckLine> checks,
        List<CheckLine> passed,
        List<PaperLine> papers,
        StaffSheet staff,
        List<CaseEvent> events,
        CaseForms forms) {

    /** Something that was applied for. */
    public record Fact(String name, String value) {}

    /**
     * Something that is open to the reader beside the moves, by the name of its form.
     *
     * @param sections those that a certification report may say to have; empty for whoever deposits none
     * @param plan     what the reader's laboratory may declare; most often nothing
     */
    public record CaseForms(
            List<Choice> askTo,
            List<Choice> documents,
            List<Choice> sections,
            List<Choice> conclusions,
            List<Choice> laboratories,
            boolean assigns,
            boolean engages,
            List<ApprovalLine> approvals,
            List<Choice> requests,
            boolean changes,
            List<FactField> plan,
            Map<String, String> days) {

        public boolean asks() {
            return !askTo.isEmpty();
        }

        /** Whether one of the requests is for a validity until some day. */
        public boolean asksUntil() {
            return requests.stream().anyMatch(one -> one.note().equals("until"));
        }
    }

    /**
     * A request for an approval and its answer.
     *
     * @param state    in words
     * @param proposed the answer that waits for a second person; empty without one
     * @param digest   of what a second person approves; empty without a proposed answer
     * @param second   whether the reader may be that person
     */
    public record ApprovalLine(
            String type,
            String label,
            String justification,
            String until,
            String state,
            String style,
            String proposed,
            String digest,
            boolean replies,
            boolean second,
            boolean back) {}

    public boolean hasQuestions() {
        return !questions.isEmpty();
    }
}
