package middleware

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Caller lets only those through who show a token.
func Caller() gin.HandlerFunc {
	return func(c *gin.Context) {
		token := c.GetHeader("Authorization")
		if token == "" {
			c.Header("WWW-Authenticate", "Bearer")
			c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "log in first"})
			//                         ^^^^^^^^^^^^^^^^^^ 401 sent gin
			return
		}
		c.Next()
	}
}
