import Documents
import Domain
import Reading
