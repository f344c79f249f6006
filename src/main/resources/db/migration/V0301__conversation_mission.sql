-- In which mission a conversation is held, from its first message to its last.
ALTER TABLE assistant.conversation ADD COLUMN mission text;
