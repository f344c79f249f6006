package org.vigie.assistant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.vigie.web.Page;

@CheckedTemplate(basePath = "assistant")
final class ChatTemplates {
    private ChatTemplates() {}

    static native TemplateInstance chat(Page page, ChatView chat);

    static native TemplateInstance history(HistoryView history);

    static native TemplateInstance turn(TurnView turn);

    static native TemplateInstance question(TurnView.QuestionView question);

    static native TemplateInstance answer(TurnView.AnswerView answer);

    static native TemplateInstance left(WhatLeft left);

    static native TemplateInstance waiting(FileView file, String fault, String longest);

    static native TemplateInstance file(FileView file, String text);

    static native TemplateInstance review(ReviewView view);
}
