package api

func answerOf(err error) map[string]any {
	return map[string]any{"error": err.Error()}
}
