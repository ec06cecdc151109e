package worded

type Answer struct {
	Errors map[string]any `json:"errors"`
}

func New(err error) Answer {
	answer := Answer{}
	answer.Errors = make(map[string]any)
	answer.Errors["said"] = err.Error()
	return answer
}

func Closed(err error) Answer {
	return Answer{Errors: map[string]any{"said": "closed"}}
}
