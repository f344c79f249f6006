package org.vigie.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.web.Form;

/** What the templates show, in words already. */
final class DisclosureView {
    private DisclosureView() {}

    /** A request without anybody's name. @param month in which it was opened */
    public record RegisterLine(String code, String month, String category, String state) {}

    /** A request for those who hold, or may give, a key. */
    public record OwnLine(String code, String about, String asked, String state, boolean waits) {}

    /** @param byCategory codes of categories, with how many requests were opened for each */
    public record Overview(
            List<RegisterLine> register,
            Map<String, Integer> byCategory,
            List<OwnLine> own,
            boolean mayAsk,
            boolean mayName) {}

    public record Asking(Form form, List<Category> categories, boolean recent, String confirmPath) {}

    /**
     * One request in whole.
     *
     * @param seconds who may give the second key, by name and capacity
     * @param until when access ends or ended; empty where it never opened
     * @param readings how often the traces were opened
     */
    public record File(
            String code,
            String state,
            String about,
            String period,
            String category,
            String reason,
            Optional<String> incident,
            int days,
            Holder first,
            String asked,
            List<Holder> seconds,
            Optional<Holder> second,
            String answered,
            String refusal,
            String until,
            int readings) {}

    /** @param capacity its code */
    public record Holder(String name, String capacity) {}

    /** @param mine whether this is the person who asked */
    public record FileView(
            File file,
            boolean mine,
            boolean mayAnswer,
            boolean mayRead,
            boolean recent,
            String confirmPath,
            Form form) {}

    /** One exchange. @param tokens in and out */
    public record Line(String at, TraceLine trace, String tokens, String cost) {}

    /** @param from the number of the first line shown, from 1; 0 when there is none */
    public record TraceView(
            File file,
            List<Line> lines,
            int from,
            int to,
            int all,
            Optional<Integer> before,
            Optional<Integer> after) {}

    /** Somebody who was named. @param ended empty while they are */
    public record HolderLine(UUID id, String name, String capacity, String decision, String at, String ended) {}

    public record HoldersView(List<HolderLine> holders, Form form, boolean recent, String confirmPath) {}

    /** What somebody is told of their own traces. @param unseen whether they have not said that they read it */
    public record OwnTrace(File file, boolean open, boolean unseen, String lastRead) {}

    /** @param officers whom to ask, by name */
    public record OwnView(List<OwnTrace> traces, List<String> officers, List<String> representatives) {}
}
